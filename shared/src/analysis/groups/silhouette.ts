/**
 * How well each item lies in its cluster: (b − a) / max(a, b), a = mean distance to the others of its cluster, b = the smallest mean distance to
 * another cluster. 1: far from all others; 0: between two; negative: nearer to another one. Alone in its cluster: 0; a single cluster: 0.
 * @param clusterOf cluster of each item
 * @param distance between two items, ≥ 0
 * @param weights how many one item stands for, all at its place; 1 each when not given
 * @see Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis", J. Comput. Appl. Math. 20, 1987,
 *   doi:10.1016/0377-0427(87)90125-7
 */
export function silhouettesOf(
  clusterOf: readonly number[],
  distance: (a: number, b: number) => number,
  weights?: readonly number[],
): readonly number[] {
  const weigh = (at: number) => weights?.[at] ?? 1;
  const sizes = new Map<number, number>();
  clusterOf.forEach((cluster, at) => sizes.set(cluster, (sizes.get(cluster) ?? 0) + weigh(at)));
  return clusterOf.map((own, item) => {
    const sums = new Map<number, number>();
    clusterOf.forEach((cluster, other) =>
      sums.set(cluster, (sums.get(cluster) ?? 0) + weigh(other) * (other === item ? 0 : distance(item, other))),
    );
    const others = (sizes.get(own) ?? 0) - 1;
    if (others <= 0 || sizes.size < 2) return 0;
    const within = (sums.get(own) ?? 0) / others;
    const next = Math.min(
      ...[...sums].filter(([cluster]) => cluster !== own).map(([cluster, sum]) => sum / (sizes.get(cluster) ?? 1)),
    );
    const larger = Math.max(within, next);
    return larger === 0 ? 0 : (next - within) / larger;
  });
}

/** Mean of the silhouettes; 0 of nothing. */
export function meanSilhouette(silhouettes: readonly number[], weights?: readonly number[]): number {
  const total = silhouettes.reduce((sum, _, at) => sum + (weights?.[at] ?? 1), 0);
  return total === 0 ? 0 : silhouettes.reduce((sum, one, at) => sum + one * (weights?.[at] ?? 1), 0) / total;
}
