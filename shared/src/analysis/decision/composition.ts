import { chiSquareTail } from "../statistics/index.ts";

/** Below this expected number of people in a segment the chi-square test says nothing (Cochran's rule). */
const FEWEST_EXPECTED = 5;

/** One segment of a community (a role, a place, an age) against its target. */
export interface SegmentGap {
  /** actual share − target share; undefined while nobody is counted */
  readonly gap: number | undefined;
  /** people to recruit, nobody being excluded, as the target has it exactly; 0 for a segment without a target */
  readonly recruits: number;
  /** the same in whole people, rounded up */
  readonly wholeRecruits: number;
  /** the target wants nobody of this segment: its people are told apart, since no recruitment mends that */
  readonly isOutside: boolean;
}

/** How far a community is from the composition it aims at. */
export interface Composition {
  /** in the order of the segments */
  readonly segments: readonly SegmentGap[];
  /** people counted */
  readonly people: number;
  /** Σ (c − nt)² / (nt) over the segments with a target; undefined when there is nobody, or no target */
  readonly chiSquare: number | undefined;
  /** segments with a target − 1, at least 0 */
  readonly df: number;
  /** probability of a chi-square this large by chance */
  readonly p: number | undefined;
  /** some expected number is below 5: `p` is not to be shown, but "too few" */
  readonly isTooFew: boolean;
  /** ½ Σ |gap|, the share of people who would have to be others */
  readonly totalVariation: number | undefined;
  /** the segments with the largest negative gap, by place; several when they tie, none when no gap is negative */
  readonly mostMissing: readonly number[];
  /** people in the segments with a target, after recruiting exactly */
  readonly totalAfterRecruiting: number;
}

/**
 * The composition of a community against its target, and the smallest recruitment that reaches it without excluding anybody:
 * rᵢ = tᵢ · maxⱼ(cⱼ/tⱼ) − cᵢ.
 *
 * Example: 6 and 4 people against a half each: gaps 0.1 and −0.1, total variation 0.1, recruits 0 and 2.
 * @param counts people of each segment, 0 or more
 * @param targets shares in the same order; scaled to sum 1. One of 0 or less wants nobody
 * @see Pearson, "On the criterion that a given system of deviations …", Philosophical Magazine 50, 1900
 */
export function readComposition(counts: readonly number[], targets: readonly number[]): Composition {
  const wanted = counts.map((_, place) => Math.max(0, targets[place] ?? 0));
  const whole = wanted.reduce((sum, target) => sum + target, 0);
  const shares = wanted.map((target) => (whole > 0 ? target / whole : 0));
  const shareOf = (place: number) => shares[place] ?? 0;
  const people = counts.reduce((sum, count) => sum + count, 0);
  const inside = counts.filter((_, place) => shareOf(place) > 0).reduce((sum, count) => sum + count, 0);
  const size = counts.reduce(
    (most, count, place) => (shareOf(place) > 0 ? Math.max(most, count / shareOf(place)) : most),
    0,
  );
  const gaps = counts.map((count, place) => (people > 0 && whole > 0 ? count / people - shareOf(place) : undefined));
  const chiSquare = inside > 0 ? chiSquareOf(counts, shares, inside) : undefined;
  const df = Math.max(0, shares.filter((share) => share > 0).length - 1);
  return {
    segments: counts.map((count, place) => {
      const recruits = shareOf(place) > 0 ? Math.max(0, shareOf(place) * size - count) : 0;
      // what rounding left of a whole number is no further person
      return {
        gap: gaps[place],
        recruits,
        wholeRecruits: Math.max(0, Math.ceil(recruits - 1e-9 * Math.max(1, recruits))),
        isOutside: shareOf(place) === 0,
      };
    }),
    people,
    chiSquare,
    df,
    p: chiSquare === undefined ? undefined : chiSquareTail(chiSquare, df),
    isTooFew: shares.some((share) => share > 0 && inside * share < FEWEST_EXPECTED),
    totalVariation: gaps.includes(undefined) || gaps.length === 0 ? undefined : halfSum(gaps),
    mostMissing: mostMissing(gaps),
    totalAfterRecruiting: size,
  };
}

const chiSquareOf = (counts: readonly number[], shares: readonly number[], people: number): number =>
  counts.reduce((sum, count, place) => {
    const expected = people * (shares[place] ?? 0);
    return expected > 0 ? sum + (count - expected) ** 2 / expected : sum;
  }, 0);

const halfSum = (gaps: readonly (number | undefined)[]): number =>
  gaps.reduce((sum: number, gap) => sum + Math.abs(gap ?? 0), 0) / 2;

function mostMissing(gaps: readonly (number | undefined)[]): readonly number[] {
  const least = gaps.reduce((most: number, gap) => Math.min(most, gap ?? 0), 0);
  return least > -1e-12 ? [] : gaps.flatMap((gap, place) => ((gap ?? 0) - least < 1e-12 ? [place] : []));
}
