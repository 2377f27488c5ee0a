import type { CardId } from "../terms/index.ts";

/** A card by where it lies: top left corner and size, in board px. */
export interface Placed {
  readonly id: CardId;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Cards in the order one reads them: by rows from top to bottom, in a row from left to right. A row is what begins before the middle of its first card. */
export function inReadingOrder(cards: Iterable<Placed>): readonly CardId[] {
  const byTop = [...cards].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1));
  const order: CardId[] = [];
  let row: Placed[] = [];
  const endRow = () => {
    order.push(...row.sort((a, b) => a.box.x - b.box.x).map(({ id }) => id));
    row = [];
  };
  for (const card of byTop) {
    const [first] = row;
    if (first && card.box.y >= first.box.y + first.box.height / 2) endRow();
    row.push(card);
  }
  endRow();
  return order;
}
