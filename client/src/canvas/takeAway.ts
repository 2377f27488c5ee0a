import type { CardId } from "@palabre/shared/terms";
import type { ActionContext } from "./action.ts";

/** Takes off the board what was just put there, and tells how much stays because others have written in it. */
export function takeAway({ board, text, toast }: ActionContext, cards: readonly CardId[]): void {
  const n = board.commands.takeAway(cards);
  if (n > 0) toast({ text: text.t("canvas.undoSkipped", { n }) });
}
