import type { CardId, LinkId } from "@palabre/shared/terms";
import type { ActionContext } from "./action.ts";
import { isHere } from "./isHere.ts";

/** A key that comes within this time of the one before is one more of the same words, in ms. */
const BURST_MS = 1_000;
let isTypedUntil = Number.NEGATIVE_INFINITY;

/**
 * Tells who was typing that what they typed in is gone, and offers to bring it back where they may. Their fingers go on for a moment:
 * what they still type does nothing.
 * @param things what they typed in, and what it needs to be shown; those of them that are gone come back
 */
export function loseField(
  { board, text, toast }: Pick<ActionContext, "board" | "text" | "toast">,
  things: readonly (CardId | LinkId)[],
  words: string,
): void {
  isTypedUntil = performance.now() + BURST_MS;
  const gone = things.filter((id) => !isHere(board, id));
  const onAction = () => {
    board.commands.bringBack(gone);
    board.commands.select(things.slice(0, 1));
  };
  const action = { label: text.t("panel.bringBack"), onAction };
  toast({ text: words, ...(gone.every((id) => board.mayBringBack(id)) ? { action } : {}) });
}

/** Whether a key was meant for a field that is gone. */
export function isForLostField({
  key,
  ctrlKey,
  metaKey,
  timeStamp,
}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "timeStamp">): boolean {
  const writes = key.length === 1 || key === "Enter" || key === "Backspace" || key === "Delete";
  if (timeStamp >= isTypedUntil || !writes || ctrlKey || metaKey) return false;
  isTypedUntil = timeStamp + BURST_MS;
  return true;
}
