import type { Outline } from "@palabre/shared/outline";
import { useState } from "react";
import { kindWord, verdictOf } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useGroupWeights } from "../state/index.ts";
import {
  Button,
  copyText,
  CopyIcon,
  DownloadIcon,
  fileNameOf,
  IconButton,
  PrintIcon,
  RedoIcon,
  saveFile,
  UndoIcon,
} from "../ui/index.ts";
import { takeBack } from "./takeBack.ts";
import { tieWords } from "./tieWords.ts";
import { toMarkdown } from "./toMarkdown.ts";
import css from "./Twin.module.css";

export interface TwinBarProps {
  readonly outline: Outline;
  /** the board's */
  readonly title: string;
  readonly mayEdit: boolean;
}

/** What can be done with the whole text: taken back, copied, saved, printed. */
export const TwinBar = ({ outline, title, mayEdit }: TwinBarProps) => {
  const text = useText();
  const { t } = text;
  const board = useBoard();
  const weights = useGroupWeights();
  const [said, setSaid] = useState("");
  const markdown = (): string =>
    toMarkdown(outline, {
      title,
      untitled: t("card.untitled"),
      outside: t("twin.outside"),
      kindOf: (card) => kindWord(card, text),
      tie: (tie) => tieWords(tie, text, weights),
      measured: (card) => verdictOf(card, board.annotation(card.id), text),
    });
  const copy = async (): Promise<void> => setSaid(t((await copyText(markdown())) ? "twin.copied" : "twin.copyFailed"));
  return (
    <div className={css["bar"]}>
      <p role="status" className={css["said"]}>
        {said}
      </p>
      {mayEdit && (
        <>
          <IconButton label={t("twin.undo")} icon={UndoIcon} onPress={() => takeBack(board, "undo", text)} />
          <IconButton label={t("twin.redo")} icon={RedoIcon} onPress={() => takeBack(board, "redo", text)} />
        </>
      )}
      <Button size="s" tone="quiet" icon={CopyIcon} onPress={() => void copy()}>
        {t("twin.copy")}
      </Button>
      <Button
        size="s"
        tone="quiet"
        icon={DownloadIcon}
        onPress={() =>
          saveFile(new Blob([markdown()], { type: "text/markdown" }), `${fileNameOf(title) || t("twin.fileName")}.md`)
        }
      >
        {t("twin.file")}
      </Button>
      <Button size="s" tone="quiet" icon={PrintIcon} onPress={() => window.print()}>
        {t("twin.print")}
      </Button>
    </div>
  );
};
