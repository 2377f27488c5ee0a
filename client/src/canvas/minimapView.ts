import type { Pair } from "@palabre/shared/terms";
import type { Box } from "./box.ts";

/** How a board is laid into a small picture: `x · scale + left`, `y · scale + top`. */
export interface Plan {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

const MARGIN_PX = 6;
/** A plan of few cards does not show them larger than this. */
const MOST_SCALE = 0.16;

/** Who looks past the cards is given this part of the board more at once: the plan is not drawn anew with each step of a hand. */
const ROOM_STEP = 0.25;

/** Lays all cards, and what is looked at, into a picture of a size; in its middle. */
export function planOf(cards: Box | undefined, seen: Box, [width, height]: Pair): Plan {
  const bounds = cards ? withRoom(cards, seen) : seen;
  const scale = Math.min(MOST_SCALE, (width - 2 * MARGIN_PX) / bounds.width, (height - 2 * MARGIN_PX) / bounds.height);
  return {
    scale,
    left: (width - bounds.width * scale) / 2 - bounds.x * scale,
    top: (height - bounds.height * scale) / 2 - bounds.y * scale,
  };
}

/** A box around the cards that holds what is seen too: where it reaches beyond them, by whole steps. */
function withRoom(cards: Box, seen: Box): Box {
  const step = Math.max(1, Math.max(cards.width, cards.height) * ROOM_STEP);
  const beyond = (by: number) => Math.ceil(Math.max(0, by) / step) * step;
  const [left, top] = [beyond(cards.x - seen.x), beyond(cards.y - seen.y)];
  const right = beyond(seen.x + seen.width - cards.x - cards.width);
  const bottom = beyond(seen.y + seen.height - cards.y - cards.height);
  return {
    x: cards.x - left,
    y: cards.y - top,
    width: cards.width + left + right,
    height: cards.height + top + bottom,
  };
}

export const toPlan = ({ scale, left, top }: Plan, { x, y, width, height }: Box): Box => ({
  x: x * scale + left,
  y: y * scale + top,
  width: width * scale,
  height: height * scale,
});
export const fromPlan = ({ scale, left, top }: Plan, [x, y]: Pair): Pair => [(x - left) / scale, (y - top) / scale];
