import { LIMITS } from "@palabre/shared/terms";

/** In board px: what is longer leaves no way round it, and is passed over. */
export const VAST_PX: number = LIMITS.coordinatePx / 10;

/**
 * Where the last gap begins that holds `length`, between 0 and the end of the board; 0 where there is none. Asked where what lies furthest
 * out, lost there perhaps, leaves no place beyond it that a card can have.
 * @param spans from where to where things lie
 * @param airPx between the gap and what is around it
 */
export function lastGap(
  spans: readonly (readonly [from: number, to: number])[],
  length: number,
  airPx: number,
): number {
  let [found, end] = [0, 0];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (to - from > VAST_PX) continue;
    if (from - airPx >= end + length) found = end;
    end = Math.max(end, to + airPx);
  }
  return end + length <= LIMITS.coordinatePx ? end : found;
}
