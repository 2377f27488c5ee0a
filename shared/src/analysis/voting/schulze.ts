import { createSquare, type Square } from "./square.ts";

/**
 * Strength of the strongest path from each option to each other one: a path is as strong as its weakest victory, and a
 * victory as strong as the votes for it (winning votes); 0 where there is no path.
 *
 * Floyd's and Warshall's way, n³ steps.
 * @see Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011, doi:10.1007/s00355-010-0475-4
 */
export function findStrongestPaths(pairs: Square): Square {
  return widenPaths(pairs.size, (a, b) => (pairs.at(a, b) > pairs.at(b, a) ? pairs.at(a, b) : 0));
}

/** The widest paths over arcs of given strength, 0 for none. */
export function widenPaths(size: number, strengthOf: (from: number, to: number) => number): Square {
  const paths = createSquare(size);
  for (let a = 0; a < size; a += 1) for (let b = 0; b < size; b += 1) if (a !== b) paths.put(a, b, strengthOf(a, b));
  for (let over = 0; over < size; over += 1)
    for (let from = 0; from < size; from += 1) {
      const first = paths.at(from, over);
      if (first === 0) continue;
      for (let to = 0; to < size; to += 1) {
        if (to === from) continue;
        const strength = Math.min(first, paths.at(over, to));
        if (strength > paths.at(from, to)) paths.put(from, to, strength);
      }
    }
  return paths;
}

/** Where an option stands on strongest paths. */
export interface Victories {
  /** how many others it beats */
  readonly beaten: number;
  /** how many stand above it in the longest line of those who beat each other; 0: nobody beats it */
  readonly above: number;
}

/** What each option beats on strongest paths, and how deep it stands. Beating is transitive there, so that a line never comes round. */
export function countVictories(paths: Square): readonly Victories[] {
  const all = Array.from({ length: paths.size }, (_, index) => index);
  const winnersOver = all.map((b) => all.filter((a) => paths.at(a, b) > paths.at(b, a)));
  const above = all.map(() => 0);
  // whoever has fewer above stands before those it is above
  for (const b of all.toSorted((x, y) => (winnersOver[x]?.length ?? 0) - (winnersOver[y]?.length ?? 0)))
    above[b] = Math.max(-1, ...(winnersOver[b] ?? []).map((a) => above[a] ?? 0)) + 1;
  return all.map((a) => ({
    beaten: all.filter((b) => paths.at(a, b) > paths.at(b, a)).length,
    above: above[a] ?? 0,
  }));
}
