import type { Annotation, Measure, Reading } from "@palabre/shared/terms";

/** One reading of a card by its measure; undefined while the card has none. */
export const readingOf = (annotation: Annotation | undefined, measure: Measure): Reading | undefined =>
  annotation?.readings.find((reading) => reading.measure === measure);

/** Equal while a figure is: a change tints it once. */
export const figureOf = ({ state, value, n }: Reading): string => JSON.stringify([state, value, n]);

const DAY_MS = 86_400_000;

/** How long a reading looked back, in whole days; undefined for what is read from the board itself. */
export const daysOf = ({ from, to }: Pick<Reading, "from" | "to">): number | undefined =>
  from === undefined || to === undefined ? undefined : Math.max(1, Math.round((to - from) / DAY_MS));

/** Whether a trend is not told since too little of the time before was listened to, however many posts there are. */
export const isUnheardBefore = (trend: Reading | undefined): boolean =>
  trend?.state === "insufficient" && trend.needs === undefined;

/** Changes smaller than this share are not called a change, however many posts there are. */
const STEADY_SHARE = 0.05;

/**
 * Where a trend goes, and whether chance alone could have made it.
 *
 * The posts of two periods are counts; by chance their difference has a spread of √(now + before), so a difference within twice
 * that is only `slight`. `new` = nothing before, which no percentage can say.
 */
export type Direction = "up" | "slightlyUp" | "steady" | "slightlyDown" | "down" | "new";
export function directionOf(mentions: Reading | undefined, trend: Reading | undefined): Direction | undefined {
  if (trend === undefined || mentions?.value === undefined) return undefined;
  if (trend.state === "undefined") return mentions.value > 0 ? "new" : undefined;
  if (trend.state !== "known" || trend.value === undefined) return undefined;
  if (Math.abs(trend.value) < STEADY_SHARE) return "steady";
  const difference = Math.abs(mentions.value - (mentions.previous ?? 0));
  const isClear = difference > 2 * Math.sqrt(trend.n);
  if (trend.value > 0) return isClear ? "up" : "slightlyUp";
  return isClear ? "down" : "slightlyDown";
}

/**
 * A share's place on an axis of the plane, 0 to 1: the mean share is in the middle, twice the mean (or more) at the end.
 *
 * Shares add up to 1 over all factors, so without this every dot would crowd in the corner on a board of ten.
 */
export function axisOf(reading: Reading | undefined): number | undefined {
  if (reading?.state !== "known" || reading.share === undefined || reading.of === undefined) return undefined;
  return Math.min(1, (reading.share * reading.of) / 2);
}
