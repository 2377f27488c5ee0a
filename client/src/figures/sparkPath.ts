/** Room left for the dot and the line's own thickness, in px: left and right of the line, above its top, below its zero. */
const LEFT = 2;
const RIGHT = 4;
const TOP = 3;
const BOTTOM = 1;

export interface SparkPath {
  /** the line, and the same closed down to zero */
  readonly line: string;
  readonly area: string;
  /** [x, y] of the latest value */
  readonly last: readonly [number, number];
}

/**
 * A series as SVG paths in a box of `width` × `height` px. The vertical axis begins at zero and ends at the largest value, so that
 * a small wave never looks like a storm; a series of zeros lies on the ground.
 * @returns undefined for fewer than two values: a point is no line
 */
export function sparkPath(series: readonly number[], width: number, height: number): SparkPath | undefined {
  if (series.length < 2) return undefined;
  const most = Math.max(...series, 1);
  const ground = height - BOTTOM;
  const step = (width - LEFT - RIGHT) / (series.length - 1);
  const points = series.map(
    (value, index) =>
      [tenths(LEFT + index * step), tenths(ground - (Math.max(0, value) / most) * (ground - TOP))] as const,
  );
  const last = points.at(-1) ?? [LEFT, ground];
  const line = `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;
  return { line, area: `${line}L${last[0]} ${ground}L${LEFT} ${ground}Z`, last };
}
const tenths = (value: number): number => Math.round(value * 10) / 10;
