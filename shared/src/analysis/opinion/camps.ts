/** People whose values lie together. */
export interface Camp {
  readonly n: number;
  readonly median: number;
  /** the smallest and the largest value of it */
  readonly from: number;
  readonly to: number;
}

/**
 * Splits values into a lower and an upper camp where that leaves least spread inside of them (Fisher's exact grouping);
 * of equal splits the one that parts the wider gap, then the one whose sizes are nearest, then the lower one.
 *
 * Example: 1, 1, 2, 5, 5, 5 part between 2 and 5.
 * @returns undefined when no split has `atLeast` people on each side, or all values are the same
 * @see Fisher, "On grouping for maximum homogeneity", Journal of the American Statistical Association 53, 1958, doi:10.1080/01621459.1958.10501479
 */
export function findCamps(values: readonly number[], atLeast: number): readonly [Camp, Camp] | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const splits = sorted
    .map((value, at) => ({ at, gap: value - (sorted[at - 1] ?? value) }))
    .filter(({ gap }) => gap > 0)
    .map(({ at, gap }) => ({
      at,
      gap,
      spread: spreadOf(sorted.slice(0, at)) + spreadOf(sorted.slice(at)),
      unlike: Math.abs(sorted.length - 2 * at),
    }))
    .toSorted((a, b) => {
      const less = a.spread - b.spread;
      return (Math.abs(less) > 1e-9 ? less : 0) || b.gap - a.gap || a.unlike - b.unlike;
    });
  const at = splits[0]?.at;
  if (at === undefined || at < atLeast || sorted.length - at < atLeast) return undefined;
  return [campOf(sorted.slice(0, at)), campOf(sorted.slice(at))];
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function campOf(sorted: readonly number[]): Camp {
  const at = (place: number) => sorted[Math.floor(place)] ?? 0;
  const middle = (sorted.length - 1) / 2;
  const median = (at(middle) + at(middle + 0.5)) / 2;
  return { n: sorted.length, median, from: at(0), to: at(sorted.length - 1) };
}
