/** Places, best first; a place holds all that tie for it, in the order of the options. */
export type Ranking = readonly (readonly string[])[];

/** Sums that differ by less tie: adding in another order must not part them. */
const EQUAL_WITHIN = 1e-9;

export const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < EQUAL_WITHIN;

/**
 * Ranks by a comparison that may say 0 for a tie.
 * @param compare negative when the first is better
 */
export function rankBy<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly (readonly T[])[] {
  const places: T[][] = [];
  // sorting is stable, so that those who tie keep the order they came in
  for (const item of items.toSorted(compare)) {
    const last = places.at(-1)?.at(-1);
    if (last !== undefined && compare(last, item) === 0) places.at(-1)?.push(item);
    else places.push([item]);
  }
  const place = new Map(items.map((item, index) => [item, index]));
  return places.map((tied) => tied.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}

/** Ranks by a figure, the largest first; figures nearer than 1e-9 tie. */
export function rankByScore(options: readonly string[], scoreOf: (option: string, index: number) => number): Ranking {
  const scores = new Map(options.map((option, index) => [option, scoreOf(option, index)]));
  return rankBy(options, (a, b) => {
    const [left, right] = [scores.get(a) ?? 0, scores.get(b) ?? 0];
    return isEqual(left, right) ? 0 : right - left;
  });
}
