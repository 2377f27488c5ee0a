import type { CardId } from "@palabre/shared/terms";
import type { ActionContext } from "../action.ts";

/** Tells who wants copies of cards that those which wait to be revealed are not among them. */
export function sayNotCopied({ board, text, toast }: ActionContext, cards: readonly CardId[]): void {
  if (cards.some((id) => !board.mayCopy(id))) toast({ text: text.t("arrange.copiedNoDrafts"), tone: "warn" });
}
