import type { Pair } from "@palabre/shared/terms";
import { boundsOf, type Box } from "./box.ts";

/** How a board is laid into a small picture: `x · scale + left`, `y · scale + top`. */
export interface Plan {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

const MARGIN_PX = 6;
/** A plan of few cards does not show them larger than this. */
const MOST_SCALE = 0.16;

/** Lays all cards, and what is looked at, into a picture of a size; in its middle. */
export function planOf(boxes: Iterable<Box>, seen: Box, [width, height]: Pair): Plan {
  const bounds = boundsOf([...boxes, seen]) ?? seen;
  const scale = Math.min(MOST_SCALE, (width - 2 * MARGIN_PX) / bounds.width, (height - 2 * MARGIN_PX) / bounds.height);
  return {
    scale,
    left: (width - bounds.width * scale) / 2 - bounds.x * scale,
    top: (height - bounds.height * scale) / 2 - bounds.y * scale,
  };
}
export const toPlan = ({ scale, left, top }: Plan, { x, y, width, height }: Box): Box => ({
  x: x * scale + left,
  y: y * scale + top,
  width: width * scale,
  height: height * scale,
});
export const fromPlan = ({ scale, left, top }: Plan, [x, y]: Pair): Pair => [(x - left) / scale, (y - top) / scale];
