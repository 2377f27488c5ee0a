/**
 * Bursts: hours in which far more was written than such hours have seen of late.
 *
 * Each hour is compared by a robust z-score (median and median absolute deviation, Iglewicz & Hoaglin, "How to Detect and
 * Handle Outliers", 1993) with the same hours, and those beside them, of the last seven days and with the last six hours. Counts
 * are square-rooted first, so that chance spreads few and many mentions alike (Anscombe, 1948, doi 10.1093/biomet/35.3-4.246).
 */

/** A burst, as places in the counts that were given, both ends in it. */
export interface Burst {
  readonly from: number;
  readonly to: number;
  /** the hour with the largest score; the first of several */
  readonly peak: number;
  /** the score of that hour: how many robust deviations above what was usual, at least the threshold */
  readonly score: number;
}

export interface BurstOptions {
  /** what an hour's score must reach */
  readonly threshold?: number;
  /** mentions an hour must have at least: three posts are no crisis, however quiet the days before */
  readonly atLeast?: number;
}

const HOURS_A_DAY = 24;
const DAYS = 7;
const LAST_HOURS = 6;
/** Before that there is nothing to compare with. */
const LEARNING = 2 * HOURS_A_DAY;
/** Hours of a burst may lie so far apart: what flares up again within two days is the same story. */
const APART = 2 * HOURS_A_DAY;
/** The deviation of normal noise is so many times its median absolute deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** The deviation of a square-rooted Poisson count, however many it counts. */
const LEAST_DEVIATION = 0.5;
const THRESHOLD = 5;
const AT_LEAST = 10;

/**
 * The bursts of a series of hourly counts, in order of time.
 * @param counts one an hour, without gaps; what is negative or no number counts as 0
 * @returns none in the first two days, in which it learns what is usual
 */
export function findBursts(counts: readonly number[], options: BurstOptions = {}): readonly Burst[] {
  const { threshold = THRESHOLD, atLeast = AT_LEAST } = options;
  const roots = counts.map((count) => Math.sqrt((Number.isFinite(count) && count > 0 ? count : 0) + 3 / 8));
  const bursts: Burst[] = [];
  for (let hour = LEARNING; hour < counts.length; hour += 1) {
    if (!((counts[hour] ?? 0) >= atLeast)) continue;
    const score = scoreHour(roots, hour);
    if (score < threshold) continue;
    const last = bursts.at(-1);
    if (!last || hour - last.to > APART) bursts.push({ from: hour, to: hour, peak: hour, score });
    else bursts[bursts.length - 1] = { ...last, to: hour, ...(score > last.score ? { peak: hour, score } : {}) };
  }
  return bursts;
}

function scoreHour(roots: readonly number[], hour: number): number {
  const usual = roots.slice(Math.max(0, hour - LAST_HOURS), hour);
  for (let day = 1; day <= DAYS; day += 1) {
    const same = hour - day * HOURS_A_DAY;
    if (same >= 0) usual.push(...roots.slice(Math.max(0, same - 1), same + 2));
  }
  const middle = median(usual);
  const spread = MAD_TO_DEVIATION * median(usual.map((root) => Math.abs(root - middle)));
  return ((roots[hour] ?? 0) - middle) / Math.max(spread, LEAST_DEVIATION);
}

/** @param values at least one */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}
