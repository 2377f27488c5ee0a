import { isTrashed, sizeOf, type BoardSnapshot, type Card, type Pair } from "@palabre/shared/terms";

/** Air between two cards, in board px. */
const AIR_PX = 24;
/** Rings of places around a card that are tried before one lies over others. */
const RINGS = 6;

/**
 * A free place for a new card near another one: to its right if it can be, else below, left or above, else further out.
 * @param size [w, h] in board px of what is to be placed
 * @returns its top left corner; beside the card, over what lies there, where everything near is taken
 */
export function findRoom(card: Card, [width, height]: Pair, { cards }: Pick<BoardSnapshot, "cards">): Pair {
  const others = [...cards.values()].filter((other) => other.kind !== "frame" && !isTrashed(other));
  const [x, y] = card.position;
  const [ownWidth, ownHeight] = sizeOf(card);
  const isFree = ([left, top]: Pair): boolean =>
    others.every((other) => {
      const [otherX, otherY] = other.position;
      const [otherWidth, otherHeight] = sizeOf(other);
      const isBeside = left >= otherX + otherWidth + AIR_PX || left + width + AIR_PX <= otherX;
      return isBeside || top >= otherY + otherHeight + AIR_PX || top + height + AIR_PX <= otherY;
    });
  for (let ring = 1; ring <= RINGS; ring += 1) {
    const right = x + ownWidth + AIR_PX + (ring - 1) * (width + AIR_PX);
    const below = y + ownHeight + AIR_PX + (ring - 1) * (height + AIR_PX);
    const left = x - ring * (width + AIR_PX);
    const above = y - ring * (height + AIR_PX);
    const places: readonly Pair[] = [
      [right, y],
      [x, below],
      [left, y],
      [x, above],
      [right, below],
      [left, below],
      [right, above],
      [left, above],
    ];
    const free = places.find(isFree);
    if (free) return free;
  }
  return [x + ownWidth + AIR_PX, y];
}
