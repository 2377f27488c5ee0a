import type { CardId } from "@palabre/shared/terms";
import { isHere, type BoardState } from "../state/index.ts";

/** How the form of a card ends that its person did not end. */
export interface EntryEnds {
  /** its card is on the board no more */
  readonly onGone: () => void;
  /** it may be changed no more; why has been said */
  readonly onClosed: () => void;
}

/**
 * Opens the form of a card in the text twin. Its text is marked as being typed in, where it may be, and so it is closed with what is in
 * it by whatever closes one on the canvas: the freeze, a lock, a step, a document that is changed under it. After that one it goes on;
 * else the form ends as well, and why is said.
 * @returns ends it; may be called twice
 */
export function openEntry(board: BoardState, card: CardId, { onGone, onClosed }: EntryEnds): () => void {
  const { ui, commands } = board;
  ui.set({ isInTwin: true });
  commands.edit(card);
  let isWritten = ui.get().editing === card;
  let isOver = false;
  const end = (how: () => void): void => {
    if (isOver) return;
    isOver = true;
    how();
  };
  const look = (): void => {
    const { editing, resuming } = ui.get();
    if (isOver || resuming === card) return;
    if (!isHere(board, card)) return end(onGone);
    if (editing === card) {
      isWritten = true;
      return;
    }
    if (!isWritten && board.mayEdit && !board.isLocked(card)) return;
    isWritten = false;
    // what is no longer allowed is said by being tried
    commands.edit(card);
    if (ui.get().editing !== card) end(onClosed);
  };
  const undoings = [ui.subscribe(look), board.subscribe("board", look), board.subscribe("workshop", look)];
  return () => {
    isOver = true;
    for (const undoing of undoings) undoing();
    const { editing, resuming } = ui.get();
    if (editing === card) commands.edit(undefined);
    ui.set({ isInTwin: false, ...(resuming === card ? { resuming: undefined } : {}) });
  };
}
