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
    isCrossed: (a, b, except) =>
      forCells(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]), (key) => {
        for (const [id, box] of cells.get(key) ?? []) if (!except.includes(id) && meets(box, a, b)) return true;
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

/** Whether a line meets a box: its part inside both pairs of sides is not empty (Liang and Barsky 1984). */
function meets({ x, y, width, height }: Box, [ax, ay]: Pair, [bx, by]: Pair): boolean {
  const [enterX, leaveX] = within(bx - ax, x - ax, x + width - ax);
  const [enterY, leaveY] = within(by - ay, y - ay, y + height - ay);
  return Math.max(0, enterX, enterY) <= Math.min(1, leaveX, leaveY);
}
/** From where to where, as shares of its length, a line is between two sides. */
function within(step: number, near: number, far: number): Pair {
  if (step === 0) return near > 0 || far < 0 ? [1, 0] : [0, 1];
  return step > 0 ? [near / step, far / step] : [far / step, near / step];
}
