import type { Card, Pair } from "@palabre/shared/terms";
import { around, boxOf, meets, moved, type Box, type Unit } from "./box.ts";

/** What becomes of cards when one of them grows. */
export interface Room {
  /** how far a card and all that it holds goes aside */
  readonly aside: ReadonlyMap<Unit, Pair>;
  readonly grown: ReadonlyMap<Card, Box>;
}

/**
 * Lets a frame grow to the right and downwards. What would lie under it goes aside with what it holds: to the right what was right of it,
 * down what was below it, as far as the frame grows, and pushes on what it would come to lie on. So all that lay left of a thing, or
 * above it, still does, at no smaller distance; a frame in which this one lies grows too, and what is around it makes room in its turn.
 *
 * Takes as many steps as there are things times those that go aside.
 * @param path  from a frame that lies in no other to the one that grows
 * @param all   what lies in no frame, `path[0]` included
 * @param airPx between what grew and what went aside, where they were as near before
 */
export function makeRoom(path: readonly Unit[], all: readonly Unit[], to: Box, airPx: number): Room {
  const aside = new Map<Unit, Pair>();
  const grown = new Map<Card, Box>();
  let wanted = to;
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const frame = path[depth];
    if (!frame) break;
    const was = boxOf(frame.card);
    if (wanted.right > was.right || wanted.bottom > was.bottom) grown.set(frame.card, wanted);
    const others = (depth === 0 ? all : (path[depth - 1]?.holds ?? [])).filter((unit) => unit !== frame);
    const pushed = pushAside(others, was, wanted, airPx);
    let taken = around(frame.box, wanted);
    for (const [unit, by] of pushed) {
      aside.set(unit, by);
      taken = around(taken, moved(unit.box, by));
    }
    const holder = path[depth - 1];
    if (!holder) break;
    const own = boxOf(holder.card);
    wanted = {
      ...own,
      right: taken.right > frame.box.right ? Math.max(own.right, taken.right + airPx) : own.right,
      bottom: taken.bottom > frame.box.bottom ? Math.max(own.bottom, taken.bottom + airPx) : own.bottom,
    };
  }
  return { aside, grown };
}

/** How far each goes; in plain numbers, since on a full board a hundred million pairs are compared. */
function pushAside(units: readonly Unit[], was: Box, to: Box, airPx: number): ReadonlyMap<Unit, Pair> {
  const [dx, dy] = [Math.max(0, to.right - was.right), Math.max(0, to.bottom - was.bottom)];
  const edges = (edge: keyof Box) => Float64Array.from(units, ({ box }) => box[edge]);
  const [left, top, right, bottom] = [edges("left"), edges("top"), edges("right"), edges("bottom")];
  const [across, down] = [new Float64Array(units.length), new Float64Array(units.length)];
  const at = (list: Float64Array, n: number): number => list[n] ?? 0;
  const queue: number[] = [];
  const push = (n: number, x: number, y: number): void => {
    if (x <= at(across, n) && y <= at(down, n)) return;
    across[n] = Math.max(at(across, n), x);
    down[n] = Math.max(at(down, n), y);
    queue.push(n);
  };
  const withAir: Box = { ...to, top: to.top - airPx, right: to.right + airPx, bottom: to.bottom + airPx };
  for (const [n, { box }] of units.entries()) {
    if (!meets(box, withAir)) continue;
    if (box.top >= was.bottom) push(n, 0, dy);
    else if (box.left >= was.right) push(n, dx, 0);
  }
  /** What lay right of the other goes as far to the right as that did, what lay below it as far down. */
  const keepApart = (first: number, second: number): void => {
    if (at(left, second) >= at(right, first)) push(second, at(across, first), 0);
    else if (at(top, second) >= at(bottom, first)) push(second, 0, at(down, first));
  };
  // what is pushed twice is looked at twice
  for (let n = queue.pop(); n !== undefined; n = queue.pop()) {
    const [x, y] = [at(across, n), at(down, n)];
    const [l, t, r, b] = [at(left, n) + x, at(top, n) + y, at(right, n) + x, at(bottom, n) + y];
    for (let other = 0; other < units.length; other += 1) {
      if (at(left, other) + at(across, other) >= r || at(right, other) + at(across, other) <= l) continue;
      if (at(top, other) + at(down, other) >= b || at(bottom, other) + at(down, other) <= t) continue;
      if (other === n) continue;
      keepApart(n, other);
      keepApart(other, n);
    }
  }
  return new Map(
    units.flatMap((unit, n) => {
      const by: Pair = [at(across, n), at(down, n)];
      return by[0] > 0 || by[1] > 0 ? [[unit, by] as const] : [];
    }),
  );
}
