import { meets, type Box } from "./box.ts";

const CELL_PX = 400;
/** More squares than a board is high: their numbers never meet. */
const ROW = 1_000_000;
/** What touches more squares than this is asked about each time, rather than be noted in all of them. */
const MOST_CELLS = 256;

/** Boxes by the squares of the board that they touch: what lies somewhere is found without asking all. */
export interface BoxIndex<Id> {
  /** All that are known, in the order in which they came. */
  entries(): Iterable<readonly [Id, Box]>;
  /** Puts a box where it is now; undefined takes it away. */
  put(id: Id, box: Box | undefined): void;
  /** Whether `test` says yes to any of those that meet a box, which it may be asked about more than once. */
  some(box: Box, test: (id: Id, box: Box) => boolean): boolean;
}

export function createBoxIndex<Id>(): BoxIndex<Id> {
  const known = new Map<Id, Box>();
  const cells = new Map<number, Map<Id, Box>>();
  /** those of many squares */
  const wide = new Map<Id, Box>();
  const take = (id: Id, box: Box) => {
    known.delete(id);
    if (cellCount(box) > MOST_CELLS) wide.delete(id);
    else for (const key of cellsOf(box)) cells.get(key)?.delete(id);
  };
  const someOf = (boxes: ReadonlyMap<Id, Box>, box: Box, test: (id: Id, box: Box) => boolean): boolean => {
    for (const [id, its] of boxes) if (meets(its, box) && test(id, its)) return true;
    return false;
  };
  return {
    entries: () => known,
    put: (id, box) => {
      const was = known.get(id);
      if (was && box && isSame(was, box)) return;
      if (was) take(id, was);
      if (!box) return;
      known.set(id, box);
      if (cellCount(box) > MOST_CELLS) return void wide.set(id, box);
      for (const key of cellsOf(box)) {
        const cell = cells.get(key);
        if (cell) cell.set(id, box);
        else cells.set(key, new Map([[id, box]]));
      }
    },
    some: (box, test) => {
      // a view of the whole board has more squares than there are things
      if (cellCount(box) > cells.size) return someOf(known, box, test);
      const { x0, x1, y0, y1 } = spanOf(box);
      for (let x = x0; x <= x1; x += 1)
        for (let y = y0; y <= y1; y += 1) {
          const cell = cells.get(x * ROW + y);
          if (cell && someOf(cell, box, test)) return true;
        }
      return someOf(wide, box, test);
    },
  };
}

const isSame = (a: Box, b: Box) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const spanOf = ({ x, y, width, height }: Box) => ({
  x0: Math.floor(x / CELL_PX),
  x1: Math.floor((x + width) / CELL_PX),
  y0: Math.floor(y / CELL_PX),
  y1: Math.floor((y + height) / CELL_PX),
});
function cellCount(box: Box): number {
  const { x0, x1, y0, y1 } = spanOf(box);
  return (x1 - x0 + 1) * (y1 - y0 + 1);
}
function cellsOf(box: Box): readonly number[] {
  const { x0, x1, y0, y1 } = spanOf(box);
  const keys: number[] = [];
  for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) keys.push(x * ROW + y);
  return keys;
}
