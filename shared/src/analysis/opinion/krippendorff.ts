import { publish, PUBLISHED_FROM, type Published } from "./published.ts";

/** What the distance of two values means: unlike at all, by ranks between, by difference, by ratio. */
export const AGREEMENT_METRICS = ["nominal", "ordinal", "interval", "ratio"] as const;
export type AgreementMetric = (typeof AGREEMENT_METRICS)[number];

/** Ratings of several people, one row a person, one column a unit; undefined where somebody didn't rate. */
export type Ratings = readonly (readonly (number | undefined)[])[];

/** Values that stand beside another one in their unit. */
interface Coincidences {
  /** in rising order */
  readonly values: readonly number[];
  /** how often each stands in a pair */
  readonly marginals: readonly number[];
  readonly total: number;
  /** a unit's own counts by value, with how many raters it has */
  readonly units: readonly {
    readonly counts: readonly (readonly [value: number, count: number])[];
    readonly raters: number;
  }[];
}

/** Both are means over pairs of values, in the square of the metric's distance. */
interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement, for any number of people, any metric, with missing values.
 * 1 is full agreement, 0 what chance gives, below 0 less than that.
 *
 * Units that fewer than two people rated don't count. Undefined when all values are the same, since nothing could have been
 * disagreed on, and for the metric `ratio` when a value is below 0.
 * @see Krippendorff, "Computing Krippendorff's alpha-reliability", 2011
 * @see Krippendorff, "Content analysis", 3rd edition 2013, chapter 12
 */
export function computeAlpha(ratings: Ratings, metric: AgreementMetric): number | undefined {
  const disagreement = disagreementOf(readCoincidences(ratings), metric);
  return disagreement === undefined ? undefined : 1 - disagreement.observed / disagreement.expected;
}

function readCoincidences(ratings: Ratings): Coincidences {
  const size = Math.max(0, ...ratings.map((row) => row.length));
  const units = Array.from({ length: size }, (_, unit) =>
    ratings
      .map((row) => row[unit])
      .filter((value) => value !== undefined)
      .filter(Number.isFinite),
  ).filter((values) => values.length > 1);
  const values = [...new Set(units.flat())].toSorted((a, b) => a - b);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const marginals = values.map(() => 0);
  const counted = units.map((unit) => {
    const counts = new Map<number, number>();
    for (const value of unit) {
      const place = placeOf.get(value) ?? 0;
      counts.set(place, (counts.get(place) ?? 0) + 1);
      marginals[place] = (marginals[place] ?? 0) + 1;
    }
    return { counts: [...counts], raters: unit.length };
  });
  return { values, marginals, total: units.flat().length, units: counted };
}

function disagreementOf(coincidences: Coincidences, metric: AgreementMetric): Disagreement | undefined {
  const { values, marginals, total, units } = coincidences;
  if (values.length < 2 || (metric === "ratio" && (values[0] ?? 0) < 0)) return undefined;
  const distance = distanceOf(coincidences, metric);
  let observed = 0;
  for (const { counts, raters } of units)
    for (const [a, first] of counts)
      for (const [b, second] of counts) if (a !== b) observed += (first * second * distance(a, b)) / (raters - 1);
  let expected = 0;
  for (const [a, first] of marginals.entries())
    for (let b = 0; b < a; b += 1) expected += 2 * first * (marginals[b] ?? 0) * distance(a, b);
  return { observed: observed / total, expected: expected / (total * (total - 1)) };
}

/** Squared distance of two values, by their places. */
function distanceOf({ values, marginals }: Coincidences, metric: AgreementMetric): (a: number, b: number) => number {
  const at = (place: number) => values[place] ?? 0;
  switch (metric) {
    case "nominal":
      return () => 1;
    case "interval":
      return (a, b) => (at(a) - at(b)) ** 2;
    case "ratio":
      return (a, b) => ((at(a) - at(b)) / (at(a) + at(b))) ** 2;
    case "ordinal": {
      // the middle of a value's ranks: how many lie between two values, with half of each
      let before = 0;
      const middles = marginals.map((count) => (before += count) - count / 2);
      return (a, b) => ((middles[a] ?? 0) - (middles[b] ?? 0)) ** 2;
    }
  }
}

/** Agreement beside the spread it is measured against. */
export interface Agreement {
  readonly alpha: number;
  /** mean squared difference of two people's values on one unit */
  readonly within: number;
  /** of any two values: where it is small, a low alpha is little to go by rather than disagreement */
  readonly overall: number;
}

/**
 * Says how much people's grades agree, with what they spread at all. Grades are ordered, hence the ordinal metric.
 * @returns insufficient while fewer than five people rated something that somebody else rated too
 */
export function readAgreement(ratings: Ratings, metric: AgreementMetric = "ordinal"): Published<Agreement> {
  const isRated = (value: number | undefined) => value !== undefined && Number.isFinite(value);
  const size = Math.max(0, ...ratings.map((row) => row.length));
  const raters = Array.from({ length: size }, (_, unit) => ratings.filter((row) => isRated(row[unit])).length);
  const people = ratings.filter((row) => row.some((value, unit) => isRated(value) && (raters[unit] ?? 0) > 1)).length;
  return publish(people, PUBLISHED_FROM, () => {
    const alpha = computeAlpha(ratings, metric);
    const spread = disagreementOf(readCoincidences(ratings), "interval");
    return alpha === undefined || spread === undefined
      ? undefined
      : { alpha, within: spread.observed, overall: spread.expected };
  });
}
