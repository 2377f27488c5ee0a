import { isTrashed, sizeOf, type BoardSnapshot, type Card, type CardId, type Pair } from "../terms/index.ts";

/** Air around a card, in board px; under the title of a frame there is more. */
const AIR_PX = 24;
const TITLE_PX = 48;

/**
 * A free place for a card in a frame, or outside all frames: where one would go on writing.
 * @param size [w, h] in board px of what is to be placed
 * @returns its top left corner: the first free place in rows of the frame, else under what lies there
 */
export function roomIn(frame: Card | undefined, [width, height]: Pair, { cards }: Pick<BoardSnapshot, "cards">): Pair {
  const there = [...cards.values()].filter((card) => !isTrashed(card));
  if (!frame) return underAll(there);
  const [left, top] = frame.position;
  const [frameWidth, frameHeight] = sizeOf(frame);
  const inside = there.filter(({ attributes }) => attributes.frame === frame.id);
  for (let y = top + TITLE_PX; y + height + AIR_PX <= top + frameHeight; y += AIR_PX) {
    for (let x = left + AIR_PX; x + width + AIR_PX <= left + frameWidth; x += AIR_PX) {
      if (inside.every((card) => isApart(card, [x, y], [width, height]))) return [x, y];
    }
  }
  const bottoms = inside.map((card) => card.position[1] + sizeOf(card)[1] + AIR_PX);
  return [left + AIR_PX, Math.max(top + TITLE_PX, ...bottoms)];
}

/** One card on its way into a frame, or out of all: what moves it there, and what says that it lies there. */
export interface Brought {
  readonly card: CardId;
  readonly to: Pair;
  readonly values: { readonly frame: CardId | undefined };
}

/** Free places for several cards in a frame, or outside all frames, each clear of those before it. */
export function bringInto(
  frame: Card | undefined,
  brought: readonly Card[],
  { cards }: Pick<BoardSnapshot, "cards">,
): readonly Brought[] {
  // where they lie now is free for the others
  const there = new Map(cards);
  for (const { id } of brought) there.delete(id);
  return brought.map((card) => {
    const to = roomIn(frame, sizeOf(card), { cards: there });
    const { frame: _left, ...attributes } = card.attributes;
    there.set(card.id, { ...card, position: to, attributes: frame ? { ...attributes, frame: frame.id } : attributes });
    return { card: card.id, to, values: { frame: frame?.id } };
  });
}

function underAll(cards: readonly Card[]): Pair {
  if (cards.length === 0) return [0, 0];
  const left = Math.min(...cards.map(({ position }) => position[0]));
  return [left, Math.max(...cards.map((card) => card.position[1] + sizeOf(card)[1])) + AIR_PX];
}

function isApart(card: Card, [x, y]: Pair, [width, height]: Pair): boolean {
  const [otherX, otherY] = card.position;
  const [otherWidth, otherHeight] = sizeOf(card);
  return (
    x >= otherX + otherWidth + AIR_PX ||
    x + width + AIR_PX <= otherX ||
    y >= otherY + otherHeight + AIR_PX ||
    y + height + AIR_PX <= otherY
  );
}
