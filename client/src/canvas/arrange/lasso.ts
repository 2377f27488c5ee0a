import { isTrashed, type BoardSnapshot, type CardId, type Pair } from "@palabre/shared/terms";
import { boxOf, middleOf, type Box } from "../box.ts";

/** The cards whose middles a loop encloses, and the frames that lie in it with all four corners. */
export function enclosedBy({ cards }: Pick<BoardSnapshot, "cards">, loop: readonly Pair[]): readonly CardId[] {
  return [...cards.values()].flatMap((card) => {
    if (isTrashed(card)) return [];
    const box = boxOf(card);
    const points = card.kind === "frame" ? cornersOf(box) : [middleOf(box)];
    return points.every((point) => isInside(point, loop)) ? [card.id] : [];
  });
}

/** Whether a point lies in a loop that closes by itself: a line from it to the right crosses the loop an odd number of times. */
export function isInside([x, y]: Pair, loop: readonly Pair[]): boolean {
  let inside = false;
  let before = loop.at(-1);
  for (const point of loop) {
    if (before && point[1] > y !== before[1] > y) {
      const crossing = point[0] + ((y - point[1]) * (before[0] - point[0])) / (before[1] - point[1]);
      if (x < crossing) inside = !inside;
    }
    before = point;
  }
  return inside;
}

const cornersOf = ({ x, y, width, height }: Box): readonly Pair[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
