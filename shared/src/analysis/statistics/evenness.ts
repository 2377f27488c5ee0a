/**
 * How evenly something is shared out among people: 1 when all have as much, 0 when one has everything.
 *
 * 1 − G, where G is the Gini coefficient with its correction for small groups: the mean difference between two different people, over
 * twice the mean, G = Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n (n − 1) x̄). Without the correction n/(n − 1), four people of whom one spoke would count as
 * more even than ten.
 *
 * Example: 4, 4, 4 gives 1; 12, 0, 0 gives 0; 6, 3, 3 gives 0.75.
 * @param shares what each has; none is negative
 * @returns 0 to 1; undefined for fewer than two people, or where there is nothing to share
 * @see Gini, "Variabilità e mutabilità", 1912; Deltas, "The small-sample bias of the Gini coefficient", Review of Economics and
 *   Statistics 85 (2003) 226–234
 */
export function evenness(shares: readonly number[]): number | undefined {
  const n = shares.length;
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (n < 2 || !(total > 0)) return undefined;
  // in order, the sum of all differences is Σ (2i − n − 1) xᵢ, each pair once
  const differences = shares
    .toSorted((a, b) => a - b)
    .reduce((sum, share, index) => sum + (2 * (index + 1) - n - 1) * share, 0);
  return Math.min(1, Math.max(0, 1 - differences / ((n - 1) * total)));
}
