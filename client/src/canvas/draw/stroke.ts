import type { Pair } from "@palabre/shared/terms";
import { distanceTo } from "../distanceTo.ts";

/** A line drawn by hand: the size of the box that it was drawn in, and its points there, in px. */
export interface Stroke {
  readonly size: Pair;
  readonly points: readonly Pair[];
}

/** Half the width of a line, and what lies around it: a line never leaves its box. */
const MARGIN_PX = 4;
/** How far a point may lie off the line that is kept without it. */
const TOLERANCE_PX = 0.7;
/** Points of one line: beyond it, the line is kept more roughly. */
const MOST_POINTS = 2_000;

/** As it stands in the attribute `path`: width, height, then x and y of each point, whole px parted by spaces. */
export const writeStroke = ({ size, points }: Stroke): string => [...size, ...points.flat()].join(" ");

/** Reads what `writeStroke` wrote; undefined for all else, since anybody may write there. */
export function readStroke(path: string | undefined): Stroke | undefined {
  if (path === undefined || !/^\d{1,6}(?: -?\d{1,6})+$/.test(path)) return undefined;
  const [width = 0, height = 0, ...rest] = path.split(" ").map(Number);
  if (width < 1 || height < 1 || rest.length < 2 || rest.length % 2 !== 0) return undefined;
  const points = Array.from({ length: rest.length / 2 }, (_, i): Pair => [rest[2 * i] ?? 0, rest[2 * i + 1] ?? 0]);
  return { size: [width, height], points };
}

/** What a hand drew on the board, as a line in a box of its own: where that lies, and what it holds. */
export function strokeOf(drawn: readonly Pair[]): { readonly position: Pair; readonly stroke: Stroke } | undefined {
  if (drawn.length === 0) return undefined;
  let tolerance = TOLERANCE_PX;
  let kept = simplify(drawn, tolerance);
  while (kept.length > MOST_POINTS) kept = simplify(drawn, (tolerance *= 2));
  const [xs, ys] = [kept.map(([x]) => x), kept.map(([, y]) => y)];
  const left = Math.floor(least(xs)) - MARGIN_PX;
  const top = Math.floor(least(ys)) - MARGIN_PX;
  const size: Pair = [
    Math.ceil(-least(xs.map((x) => -x))) - left + MARGIN_PX,
    Math.ceil(-least(ys.map((y) => -y))) - top + MARGIN_PX,
  ];
  const points = kept.map(([x, y]): Pair => [Math.round(x) - left, Math.round(y) - top]);
  return { position: [left, top], stroke: { size, points } };
}
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);

/** Leaves out points that lie on the line of their neighbours (Ramer 1972, Douglas and Peucker 1973). */
export function simplify(points: readonly Pair[], tolerance: number): readonly Pair[] {
  const isKept = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [a, b] = [points[from], points[to]];
    if (!a || !b) continue;
    let [furthest, distance] = [-1, tolerance];
    for (let i = from + 1; i < to; i += 1) {
      const off = distanceTo(points[i] ?? a, a, b);
      if (off > distance) [furthest, distance] = [i, off];
    }
    if (furthest < 0) continue;
    isKept.add(furthest);
    spans.push([from, furthest], [furthest, to]);
  }
  return points.filter((_, i) => isKept.has(i));
}

/** The line as a path of SVG: it runs through the middles between its points, so that no corner shows. */
export function svgPath(points: readonly Pair[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const last = rest.at(-1);
  // a dot is a line of no length, which a round pen draws
  if (!last) return `M${first.join(" ")}l0 0`;
  const between = rest.slice(0, -1).map(([x, y], i) => {
    const [nextX, nextY] = rest[i + 1] ?? [x, y];
    return `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`;
  });
  return `M${first.join(" ")}${between.join("")}L${last.join(" ")}`;
}
