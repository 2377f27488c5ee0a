import { quantileOf } from "../statistics/index.ts";

/**
 * - `halves-without-median`, `halves-with-median`: medians of the two halves; of an odd number the middle value belongs to
 *   neither, to both
 * - `halves-mean`: the mean of these two
 * - `type-6`: position p (n + 1), between two values by their distance
 * - `type-7`: position 1 + p (n − 1)
 */
export const QUARTILE_DEFINITIONS = [
  "halves-without-median",
  "halves-with-median",
  "halves-mean",
  "type-6",
  "type-7",
] as const;
export type QuartileDefinition = (typeof QUARTILE_DEFINITIONS)[number];

/** First quartile, median, third quartile; each undefined where there is nothing to take it from. */
export type QuartileTriple = readonly [number | undefined, number | undefined, number | undefined];

/**
 * Quartiles by one of five definitions. They differ for small groups, so that a stop rule may hang on the definition: say
 * which one it is. Palabre uses type 7.
 *
 * Example: of 1, 2, 3, 4 the first quartile is 1.5 by halves, 1.25 by type 6 and 1.75 by type 7.
 * @param values in any order, finite numbers
 * @see Hyndman, Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996, doi:10.1080/00031305.1996.10473566
 * @see Moore, McCabe, "Introduction to the practice of statistics", 4th edition 2003, and Tukey, "Exploratory data analysis", 1977, on halves
 */
export function computeQuartiles(values: readonly number[], definition: QuartileDefinition): QuartileTriple {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  switch (definition) {
    case "halves-without-median":
      return byHalves(sorted, Math.floor(sorted.length / 2));
    case "halves-with-median":
      return byHalves(sorted, Math.ceil(sorted.length / 2));
    case "halves-mean": {
      const [low, median, high] = computeQuartiles(sorted, "halves-without-median");
      const [lowWith, , highWith] = computeQuartiles(sorted, "halves-with-median");
      return [meanOf(low, lowWith), median, meanOf(high, highWith)];
    }
    case "type-6":
      return [atPosition(sorted, 0.25), medianOf(sorted), atPosition(sorted, 0.75)];
    case "type-7":
      return [quantileOf(sorted, 0.25), quantileOf(sorted, 0.5), quantileOf(sorted, 0.75)];
  }
}

const medianOf = (sorted: readonly number[]): number | undefined => quantileOf(sorted, 0.5);

const byHalves = (sorted: readonly number[], half: number): QuartileTriple => [
  medianOf(sorted.slice(0, half)),
  medianOf(sorted),
  medianOf(sorted.slice(sorted.length - half)),
];

const meanOf = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : (a + b) / 2;

/** Position p (n + 1), counted from 1; before the first value it is the first, behind the last the last. */
function atPosition(sorted: readonly number[], share: number): number | undefined {
  const place = Math.min(sorted.length, Math.max(1, share * (sorted.length + 1))) - 1;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined ? undefined : below + (above - below) * (place - Math.floor(place));
}
