import type { CardId } from "@palabre/shared/terms";
import { useCallback, type ComponentProps } from "react";
import { actions, boundsOf, boxOf, isOffered, keyWords, useAction } from "../canvas/index.ts";
import { useText, withTexts } from "../i18n/index.ts";
import { useBoard, useUi, viewOf } from "../state/index.ts";
import { IconButton, later, ShrinkIcon } from "../ui/index.ts";
import { useCommands } from "./useCommands.ts";
import css from "./FindingTools.module.css";

export const fetchFinding = () => withTexts(["finding"], () => import("../finding/index.ts"));
const FindBar = later(async () => (await fetchFinding()).FindBar);
const ShortcutSheet = later(async () => (await fetchFinding()).ShortcutSheet);
const CommandPalette = later(async () => (await fetchFinding()).CommandPalette);

/** What helps to find a text, a command or a key, over the board while it is asked for; and the way back from the bare board. */
export const FindingTools = () => {
  const text = useText();
  const board = useBoard();
  const dialog = useUi((ui) => ui.dialog);
  const isFinding = useUi(({ finding }) => finding !== undefined);
  const isBare = useUi((ui) => ui.isBare);
  const bare = useAction("bare");
  const show = useShow();
  const words = keyWords(text);
  return (
    <>
      {isBare && !isFinding && (
        <div className={css["back"]}>
          <IconButton label={text.t("board.showBars")} keys={bare.keys} icon={ShrinkIcon} onPress={bare.run} />
        </div>
      )}
      {dialog === "palette" && <Palette words={words} onShow={show} />}
      {dialog === "shortcuts" && (
        <ShortcutSheet shortcuts={actions.filter((action) => isOffered(action, board))} words={words} />
      )}
    </>
  );
};

/** The bar that looks for text, among what hangs from the top of the board while it is asked for. */
export const FindSlip = () => {
  const show = useShow();
  return useUi(({ finding }) => finding !== undefined) && <FindBar onShow={show} />;
};

/** Brings cards into view, near enough to be read. */
function useShow() {
  const board = useBoard();
  return useCallback(
    (cards: readonly CardId[]) => {
      const box = boundsOf(cards.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
      if (box) viewOf(board)?.comeNear(box);
    },
    [board],
  );
}

const Palette = (props: Pick<ComponentProps<typeof CommandPalette>, "words" | "onShow">) => (
  <CommandPalette commands={useCommands()} {...props} />
);
