import { FACTOR_LEVELS } from "../../terms/index.ts";
import { quartilesOf, type Quartiles } from "../statistics/index.ts";

/** What somebody thinks a strategy costs and gives, both in one unit. */
export interface Estimate {
  readonly gain: number;
  readonly cost: number;
}

/**
 * Social return on what is spent: (gain − cost) / cost. The one formula, of cards, intervals and everything else.
 *
 * It is the gain left over for each unit spent. A cost of 0, or so small that the ratio leaves the range of numbers, has no
 * return: undefined, never infinity.
 *
 * Example: gain 1,200 and cost 1,000 give 0.2.
 */
export function socialReturn({ gain, cost }: Estimate): number | undefined {
  const value = (gain - cost) / cost;
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The "SROI ratio" of the guides: gain / cost, the return + 1, to be labelled as such. What the guides ask to take off first
 * (deadweight, attribution, drop-off, discount) is for whoever estimates the gain.
 * @returns undefined where there is no return
 * @see Nicholls, Lawlor, Neitzert, Goodspeed, "A guide to Social Return on Investment", 2012
 */
export function sroiRatio(estimate: Estimate): number | undefined {
  const value = socialReturn(estimate);
  return value === undefined ? undefined : value + 1;
}

/** What the participants' estimates say together: the median, and half of the people between the quartiles (type 7). */
export interface EstimatedReturn {
  readonly gain: Quartiles | undefined;
  readonly cost: Quartiles | undefined;
  /** over the returns of each person's own estimate, not of the medians */
  readonly roi: Quartiles | undefined;
  /** estimates without a return, their cost being 0 */
  readonly withoutReturn: number;
}

/** Intervals from the estimates of several people, in any order; undefined where there is none. */
export function readEstimates(estimates: readonly Estimate[]): EstimatedReturn {
  const returns = estimates.map(socialReturn).filter((value) => value !== undefined);
  return {
    gain: quartilesOf(estimates.map(({ gain }) => gain)),
    cost: quartilesOf(estimates.map(({ cost }) => cost)),
    roi: quartilesOf(returns),
    withoutReturn: estimates.length - returns.length,
  };
}

/** Whom a gain is for: the three levels of the FING schema. */
export type BeneficiaryLevel = (typeof FACTOR_LEVELS)[number];

/** One part of a stack: it reaches from `start` to `end`. */
export interface GainPart {
  readonly level: BeneficiaryLevel;
  readonly gain: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The gains for members, group and environment, one upon the other in this order; losses are stacked downwards from 0.
 * @param gains in one unit; a level that is absent, or no finite number, has 0
 * @returns three parts always, and their sum
 */
export function stackGains(gains: Readonly<Partial<Record<BeneficiaryLevel, number>>>): {
  readonly parts: readonly GainPart[];
  readonly total: number;
} {
  let above = 0;
  let below = 0;
  const parts = FACTOR_LEVELS.map((level): GainPart => {
    const given = gains[level] ?? 0;
    const gain = Number.isFinite(given) ? given : 0;
    const start = gain < 0 ? below : above;
    const end = start + gain;
    if (gain < 0) below = end;
    else above = end;
    return { level, gain, start, end };
  });
  return { parts, total: above + below };
}
