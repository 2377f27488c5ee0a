import type { CardId, LinkId } from "@palabre/shared/terms";
import type { BoardState } from "./boardState.ts";

/** Whether a thing is on the board and not in its trash. An id names a card or a link; either is found by it. */
export const isHere = (board: BoardState, id: CardId | LinkId): boolean => {
  const thing = board.card(id as CardId) ?? board.link(id as LinkId);
  return thing !== undefined && thing.attributes.trashedAt === undefined;
};
