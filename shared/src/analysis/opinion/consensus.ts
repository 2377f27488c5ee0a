import { publish, PUBLISHED_FROM, type Published } from "./published.ts";

/** A scale of grades, from its worst to its best value. */
export interface GradeScale {
  readonly min: number;
  readonly max: number;
  /** between two neighbouring grades, 1 when absent */
  readonly step?: number;
}

export interface Consensus {
  /** 0 half at one end and half at the other, 1 all the same */
  readonly consensus: number;
  /** both ends have more than a quarter of the people: two camps rather than a middle */
  readonly isTwoPeaks: boolean;
  /** parts of the people at the worst and the best grade */
  readonly atMin: number;
  readonly atMax: number;
}

/** Each end must hold more than this for two peaks. */
const PEAK = 0.25;

/**
 * How much people agree on one item: 1 − mean absolute difference of two people / the largest that so many people could
 * have, which is half of them at each end.
 *
 * Example: on a scale from 1 to 5, grades 1 1 5 5 give 0 and two peaks, 3 3 3 3 gives 1.
 * @returns undefined with fewer than two values, or a scale without extent; values outside the scale are left out
 */
export function computeConsensus(values: readonly number[], { min, max }: GradeScale): Consensus | undefined {
  const sorted = values.filter((value) => value >= min && value <= max).toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n < 2 || !(max > min)) return undefined;
  // in rising order the k-th value is the larger one of k pairs and the smaller one of the rest
  const differences = sorted.reduce((sum, value, index) => sum + (value - min) * (2 * index - n + 1), 0);
  const most = (max - min) * Math.floor(n / 2) * Math.ceil(n / 2);
  const [atMin, atMax] = [min, max].map((end) => sorted.filter((value) => value === end).length / n);
  return {
    consensus: Math.min(1, Math.max(0, 1 - differences / most)),
    isTwoPeaks: (atMin ?? 0) > PEAK && (atMax ?? 0) > PEAK,
    atMin: atMin ?? 0,
    atMax: atMax ?? 0,
  };
}

/** Says the consensus on one item from five people on. */
export function readConsensus(values: readonly number[], scale: GradeScale): Published<Consensus> {
  const given = values.filter((value) => value >= scale.min && value <= scale.max);
  return publish(given.length, PUBLISHED_FROM, () => computeConsensus(given, scale));
}
