import { useState } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useTold, useUi, type Told } from "../state/index.ts";
import { Button, CheckIcon, copyText, CopyIcon, Dialog, NoteIcon } from "../ui/index.ts";
import { keepAsNote } from "./keepAsNote.ts";
import { toldWords } from "./toldWords.ts";
import css from "./ToldDialog.module.css";

/** What the person did and the board could not take, with their own words: nothing is dropped behind their back. */
export const ToldDialog = () => {
  const { t } = useText();
  const board = useBoard();
  const told = useTold();
  const isOpen = useUi(({ dialog }) => dialog === "told") && told.length > 0;
  const close = (): void => board.ui.set({ dialog: undefined });
  return (
    <Dialog
      title={t("status.untold", { n: told.length })}
      role="alertdialog"
      isOpen={isOpen}
      onClose={close}
      footer={
        told.length < 2 ? undefined : (
          <Button
            onPress={() => {
              close();
              board.dismiss(told);
            }}
          >
            {t("told.dismissAll")}
          </Button>
        )
      }
    >
      <p className={css["intro"]}>{t("told.intro")}</p>
      <ul className={css["list"]}>
        {told.map((each) => (
          <ToldRow key={each.ids[0]} told={each} isLast={told.length === 1} onEmpty={close} />
        ))}
      </ul>
    </Dialog>
  );
};

interface ToldRowProps {
  readonly told: Told;
  readonly isLast: boolean;
  readonly onEmpty: () => void;
}
const ToldRow = ({ told, isLast, onEmpty }: ToldRowProps) => {
  const words = useText();
  const { t } = words;
  const board = useBoard();
  const [isCopied, setCopied] = useState(false);
  const { what, why, text } = toldWords(told, words);
  const mayBeKept = text !== "" && board.mayEdit;
  const dismiss = (): void => {
    if (isLast) onEmpty();
    board.dismiss([told]);
  };
  const keep = (): void => {
    // what may not be added now stays here
    if (keepAsNote(board, told)) dismiss();
  };
  return (
    <li className={css["row"]}>
      <p className={css["what"]}>{what}</p>
      <p className={css["why"]}>{why}</p>
      {mayBeKept && told.wasDrafted && <p className={css["why"]}>{t("told.drafted")}</p>}
      {text !== "" && <blockquote className={css["text"]}>{text}</blockquote>}
      <div className={css["actions"]}>
        {text !== "" && (
          <Button
            size="s"
            icon={isCopied ? CheckIcon : CopyIcon}
            aria-label={t("told.copyOf", { what })}
            onPress={() => void copyText(text).then(setCopied)}
          >
            {isCopied ? t("told.copied") : t("told.copy")}
          </Button>
        )}
        {mayBeKept && (
          <Button
            size="s"
            icon={NoteIcon}
            // what was written for nobody's eyes is said openly, and never without a word
            aria-label={t(told.wasDrafted ? "told.keepNamedOf" : "told.keepNoteOf", { what })}
            onPress={keep}
          >
            {t(told.wasDrafted ? "told.keepNamed" : "told.keepNote")}
          </Button>
        )}
        <Button size="s" tone="quiet" aria-label={t("told.dismissOf", { what })} onPress={dismiss}>
          {t("told.dismiss")}
        </Button>
      </div>
    </li>
  );
};
