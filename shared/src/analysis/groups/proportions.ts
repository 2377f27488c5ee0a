/** One-sided 90 %: where a share counts as more than chance. */
export const SIGNIFICANT = 1.2816;

/** Share of successes with one success and one failure added: ½ of nothing. */
export const shareOf = (successes: number, trials: number): number => (successes + 1) / (trials + 2);

/** z of a share against one half, with one success added. */
export const proportionTest = (successes: number, trials: number): number =>
  2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);

/**
 * z of the difference of two shares, pooled, with 1 added to each of the four numbers; 0 when all succeed.
 *
 * Example: 15 of 24 against 56 of 71 gives −1.52.
 */
export function twoProportionTest(
  successesIn: number,
  trialsIn: number,
  successesOut: number,
  trialsOut: number,
): number {
  const [sIn, tIn, sOut, tOut] = [successesIn + 1, trialsIn + 1, successesOut + 1, trialsOut + 1];
  const pooled = (sIn + sOut) / (tIn + tOut);
  // more successes than trials is no share: nothing can be said of it
  if (pooled >= 1) return 0;
  return (sIn / tIn - sOut / tOut) / Math.sqrt(pooled * (1 - pooled) * (1 / tIn + 1 / tOut));
}
