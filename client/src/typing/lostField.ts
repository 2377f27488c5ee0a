import type { CardId, LinkId } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { isUntrashed, type BoardState } from "../state/index.ts";
import type { Toast } from "../ui/index.ts";

/** A key that comes within this time of the one before is one more of the same words, in ms. */
const BURST_MS = 1_000;
let isTypedUntil = Number.NEGATIVE_INFINITY;

/** What is written with: whose fingers it is that may go on for a moment. */
export interface Writer {
  readonly board: BoardState;
  readonly text: Text;
  readonly toast: (toast: Toast) => void;
}

/** What is typed in a field that closes by itself is still typed for a moment: it does nothing. */
export function holdKeys(): void {
  isTypedUntil = performance.now() + BURST_MS;
}

/**
 * Tells who was typing that what they typed in is gone, and offers to bring it back where they may. Their fingers go on for a moment:
 * what they still type does nothing.
 * @param things what they typed in, and what it needs to be shown; those of them that are gone come back
 */
export function loseField({ board, text, toast }: Writer, things: readonly (CardId | LinkId)[], words: string): void {
  holdKeys();
  const gone = things.filter((id) => !isUntrashed(board, id));
  const onAction = () => {
    board.commands.bringBack(gone);
    board.commands.select(things.slice(0, 1));
  };
  const action = { label: text.t("panel.bringBack"), onAction };
  toast({ text: words, ...(gone.every((id) => board.may("bringBack", id)) ? { action } : {}) });
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
