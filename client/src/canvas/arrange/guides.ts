import type { Pair } from "@palabre/shared/terms";
import type { Box } from "../box.ts";

/** A line on which a side or a middle of what is dragged lies together with others'. */
export interface Guide {
  readonly axis: "x" | "y";
  readonly at: number;
  /** from where to where it is drawn, along the other axis */
  readonly from: number;
  readonly to: number;
}

/** The sides and middles of what lies around, by where they are. */
export interface Lines {
  readonly x: Ruler;
  readonly y: Ruler;
}
interface Ruler {
  readonly sides: readonly Line[];
  readonly middles: readonly Line[];
}
interface Line {
  readonly at: number;
  readonly box: Box;
}

export function linesOf(boxes: Iterable<Box>): Lines {
  const all = [...boxes];
  const ruler = (start: (box: Box) => number, length: (box: Box) => number): Ruler => ({
    sides: all
      .flatMap((box) => [
        { at: start(box), box },
        { at: start(box) + length(box), box },
      ])
      .toSorted(byPlace),
    middles: all.map((box) => ({ at: start(box) + length(box) / 2, box })).toSorted(byPlace),
  });
  return {
    x: ruler(
      ({ x }) => x,
      ({ width }) => width,
    ),
    y: ruler(
      ({ y }) => y,
      ({ height }) => height,
    ),
  };
}
const byPlace = (a: Line, b: Line) => a.at - b.at;

/** How far to hold a box so that it stands on the nearest line within reach, along each axis by itself; [0, 0] where there is none. */
export function holdAt(box: Box, lines: Lines, reach: number): Pair {
  return [nearest(pointsOf(box, "x"), lines.x, reach), nearest(pointsOf(box, "y"), lines.y, reach)];
}

/** The lines on which a box stands now. */
export function guidesOf(box: Box, lines: Lines): readonly Guide[] {
  return (["x", "y"] as const).flatMap((axis) => {
    const { sides, middle } = pointsOf(box, axis);
    const across = (each: Box): Pair => (axis === "x" ? [each.y, each.y + each.height] : [each.x, each.x + each.width]);
    const guideAt = (at: number, ruler: readonly Line[]): readonly Guide[] => {
      const met = between(ruler, at - SAME_PX, at + SAME_PX);
      if (met.length === 0) return [];
      const ends = [box, ...met.map((line) => line.box)].flatMap(across);
      return [{ axis, at, from: Math.min(...ends), to: Math.max(...ends) }];
    };
    return [...sides.flatMap((at) => guideAt(at, lines[axis].sides)), ...guideAt(middle, lines[axis].middles)];
  });
}
/** What is so near is the same place: halves of odd sizes are rounded when they are written. */
const SAME_PX = 0.51;

const pointsOf = ({ x, y, width, height }: Box, axis: "x" | "y") =>
  axis === "x" ? { sides: [x, x + width], middle: x + width / 2 } : { sides: [y, y + height], middle: y + height / 2 };

function nearest(
  { sides, middle }: { readonly sides: readonly number[]; readonly middle: number },
  ruler: Ruler,
  reach: number,
): number {
  let best: number | undefined;
  const look = (from: number, lines: readonly Line[]) => {
    const next = firstFrom(lines, from);
    for (const line of [lines[next - 1], lines[next]]) {
      const by = line && line.at - from;
      if (by !== undefined && Math.abs(by) <= reach && Math.abs(by) < Math.abs(best ?? Infinity)) best = by;
    }
  };
  for (const side of sides) look(side, ruler.sides);
  look(middle, ruler.middles);
  return best ?? 0;
}

/** The place in a sorted list of the first line that is not before a point. */
function firstFrom(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const between = (lines: readonly Line[], from: number, to: number): readonly Line[] =>
  lines.slice(firstFrom(lines, from), firstFrom(lines, to));
