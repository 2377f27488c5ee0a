/**
 * Quantile of values in rising order, between two of them by their distance: position 1 + p(n − 1) (type 7).
 *
 * Example: of 1, 2, 3, 4 the quarter is 1.75, the half 2.5.
 * @param sorted in rising order, no NaN
 * @param share p, 0 to 1
 * @returns undefined when there is no value
 * @see Hyndman, Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number | undefined {
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}

/** First quartile, median and third quartile, of values in any order. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** how many values */
  readonly n: number;
}

/** Quartiles of type 7; values that are no finite number are left out. Undefined when none is left. */
export function quartilesOf(values: Iterable<number>): Quartiles | undefined {
  const sorted = Float64Array.from([...values].filter((value) => Number.isFinite(value))).sort();
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantileOf(sorted, share));
  if (lower === undefined || median === undefined || upper === undefined) return undefined;
  return { lower, median, upper, n: sorted.length };
}
