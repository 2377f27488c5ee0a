import { sizeOf, type Card, type Pair } from "@palabre/shared/terms";
import type { Box } from "../state/index.ts";

export type { Box } from "../state/index.ts";

/** Where a card lies; `by` is how far it is shown from there. */
export const boxOf = (card: Pick<Card, "kind" | "attributes" | "position">, by: Pair = [0, 0]): Box => {
  const [width, height] = sizeOf(card);
  return { x: card.position[0] + by[0], y: card.position[1] + by[1], width, height };
};

export const middleOf = ({ x, y, width, height }: Box): Pair => [x + width / 2, y + height / 2];

export const holds = ({ x, y, width, height }: Box, [px, py]: Pair): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

/** Whether two boxes share a point. */
export const meets = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** The smallest box around all; undefined around nothing. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return right < left ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}
