import type { CardId, Pair } from "@palabre/shared/terms";
import type { Box } from "./box.ts";
import type { BoxIndex } from "./boxIndex.ts";

/** A line over more ground than so many squares of this side is long enough to be drawn straight whatever it meets. */
const [SQUARE_PX, MOST_SQUARES] = [400, 64];

/** Whether the straight line between two points meets a box other than those named. */
export function isCrossed(boxes: BoxIndex<CardId>, [ax, ay]: Pair, [bx, by]: Pair, except: readonly CardId[]): boolean {
  const around = { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
  if ((around.width / SQUARE_PX + 1) * (around.height / SQUARE_PX + 1) > MOST_SQUARES) return false;
  return boxes.some(around, (id, box) => lineMeets(box, ax, ay, bx, by) && !except.includes(id));
}

/**
 * Whether a line meets a box: its part inside both pairs of sides is not empty (Liang and Barsky 1984). Asked a hundred thousand times
 * when a large board opens, so it makes nothing.
 */
function lineMeets({ x, y, width, height }: Box, ax: number, ay: number, bx: number, by: number): boolean {
  const stepX = bx - ax;
  const stepY = by - ay;
  let enter = 0;
  let leave = 1;
  if (stepX === 0) {
    if (ax < x || ax > x + width) return false;
  } else {
    const left = (x - ax) / stepX;
    const right = (x + width - ax) / stepX;
    enter = Math.max(enter, Math.min(left, right));
    leave = Math.min(leave, Math.max(left, right));
  }
  if (stepY === 0) {
    if (ay < y || ay > y + height) return false;
  } else {
    const top = (y - ay) / stepY;
    const bottom = (y + height - ay) / stepY;
    enter = Math.max(enter, Math.min(top, bottom));
    leave = Math.min(leave, Math.max(top, bottom));
  }
  return enter <= leave;
}
