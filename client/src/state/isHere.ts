import type { CardId, LinkId } from "@palabre/shared/terms";
import type { BoardState } from "./boardState.ts";

/** Whether a thing itself is not in the trash, whatever it hangs on. An id names a card or a link; either is found by it. */
export const isUntrashed = (board: BoardState, id: CardId | LinkId): boolean => {
  const thing = board.card(id as CardId) ?? board.link(id as LinkId);
  return thing !== undefined && thing.attributes.trashedAt === undefined;
};

/** Whether a thing is seen on the board: a link goes into the trash with the cards at its ends. */
export const isHere = (board: BoardState, id: CardId | LinkId): boolean => {
  const link = board.link(id as LinkId);
  return [id, ...(link ? [link.from, link.to] : [])].every((each) => isUntrashed(board, each));
};
