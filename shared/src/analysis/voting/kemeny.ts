import type { Square } from "./square.ts";

/** Most options of one knot of circles that are gone through; each more doubles the time. */
const LARGEST_KNOT = 15;

/**
 * Kemeny's score: the largest number of pairwise preferences of voters that one order of the options agrees with.
 *
 * The options fall into knots that beat each other in circles; between knots every best order follows the victories, so
 * each knot is solved alone, by the best order of each of its subsets (2ⁿ·n steps).
 * @returns undefined when a knot has more than 15 options (finding it is NP-hard); 0 without ballots
 * @see Kemeny, "Mathematics without numbers", Daedalus 88, 1959
 * @see Young, Levenglick, "A consistent extension of Condorcet's election principle", SIAM Journal on Applied Mathematics 35, 1978, doi:10.1137/0135023
 */
export function findKemenyScore(pairs: Square): number | undefined {
  const knots = findKnots(pairs);
  if (knots.some((knot) => knot.length > LARGEST_KNOT)) return undefined;
  const knotOf = new Map(knots.flatMap((knot, index) => knot.map((option) => [option, index] as const)));
  let score = 0;
  for (let a = 0; a < pairs.size; a += 1)
    for (let b = 0; b < a; b += 1)
      if (knotOf.get(a) !== knotOf.get(b)) score += Math.max(pairs.at(a, b), pairs.at(b, a));
  return score + knots.reduce((sum, knot) => sum + solveKnot(pairs, knot), 0);
}

/** Sets of options that reach each other by victories and ties. */
function findKnots(pairs: Square): readonly (readonly number[])[] {
  const all = Array.from({ length: pairs.size }, (_, index) => index);
  const reachedFrom = all.map((start) => {
    const seen = new Set([start]);
    for (const a of seen) for (const b of all) if (pairs.at(a, b) >= pairs.at(b, a)) seen.add(b);
    return seen;
  });
  const knots: number[][] = [];
  const placed = new Set<number>();
  for (const a of all) {
    if (placed.has(a)) continue;
    const knot = all.filter((b) => reachedFrom[a]?.has(b) === true && reachedFrom[b]?.has(a) === true);
    for (const b of knot) placed.add(b);
    knots.push(knot);
  }
  return knots;
}

/** Best score of each subset, as the best of putting each member first and the rest behind it. */
function solveKnot(pairs: Square, knot: readonly number[]): number {
  const best = new Float64Array(2 ** knot.length);
  for (let subset = 1; subset < best.length; subset += 1)
    for (const [place, first] of knot.entries()) {
      if (((subset >>> place) & 1) === 0) continue;
      const rest = subset & ~(1 << place);
      let score = best[rest] ?? 0;
      for (const [other, option] of knot.entries()) if (((rest >>> other) & 1) === 1) score += pairs.at(first, option);
      if (score > (best[subset] ?? 0)) best[subset] = score;
    }
  return best.at(-1) ?? 0;
}
