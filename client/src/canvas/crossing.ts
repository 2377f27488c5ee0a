import type { CardId, Pair } from "@palabre/shared/terms";
import type { Box } from "./box.ts";

const CELL_PX = 400;

/** Boxes by the squares of the board that they touch: what lies between two cards is found without asking all of them. */
export interface Grid {
  /** Whether the straight line between two points meets a box other than those named. */
  isCrossed(a: Pair, b: Pair, except: readonly CardId[]): boolean;
  /** Puts a box where it is now; undefined takes it away. */
  put(id: CardId, box: Box | undefined): void;
}

export function createGrid(boxes: Iterable<readonly [CardId, Box]>): Grid {
  const cells = new Map<number, Map<CardId, Box>>();
  const known = new Map<CardId, Box>();
  const each = ({ x, y, width, height }: Box, visit: (key: number) => void) =>
    forCells(x, y, x + width, y + height, (key) => {
      visit(key);
      return false;
    });
  const put = (id: CardId, box: Box | undefined) => {
    const was = known.get(id);
    if (was) each(was, (key) => cells.get(key)?.delete(id));
    known.delete(id);
    if (!box) return;
    known.set(id, box);
    each(box, (key) => {
      const cell = cells.get(key);
      if (cell) cell.set(id, box);
      else cells.set(key, new Map([[id, box]]));
    });
  };
  for (const [id, box] of boxes) put(id, box);
  return {
    put,
    isCrossed: ([ax, ay], [bx, by], except) =>
      forCells(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (key) => {
        const cell = cells.get(key);
        if (cell) for (const [id, box] of cell) if (meets(box, ax, ay, bx, by) && !except.includes(id)) return true;
        return false;
      }),
  };
}

/** A line over this many squares is long enough to be drawn straight whatever it meets. */
const MOST_CELLS = 64;
/** More squares than a board is high: their numbers never meet. */
const ROW = 1_000_000;
/** Calls back with each square of a rectangle until one says true; gives whether one did. */
function forCells(left: number, top: number, right: number, bottom: number, visit: (key: number) => boolean): boolean {
  const [x0, y0] = [Math.floor(left / CELL_PX), Math.floor(top / CELL_PX)];
  const [x1, y1] = [Math.floor(right / CELL_PX), Math.floor(bottom / CELL_PX)];
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > MOST_CELLS) return false;
  for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) if (visit(x * ROW + y)) return true;
  return false;
}

/**
 * Whether a line meets a box: its part inside both pairs of sides is not empty (Liang and Barsky 1984). Asked a hundred thousand times
 * when a large board opens, so it makes nothing.
 */
function meets({ x, y, width, height }: Box, ax: number, ay: number, bx: number, by: number): boolean {
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
