import { sizeOf, type CardId } from "@palabre/shared/terms";
import { viewOf, type BoardState } from "../state/index.ts";

/** Moves the view just so far that a card is seen; nothing for a card that is gone. */
export function revealCard(board: BoardState, id: CardId): void {
  const card = board.card(id);
  if (!card) return;
  const [x, y] = card.position;
  const [width, height] = sizeOf(card);
  viewOf(board)?.reveal({ x, y, width, height });
}
