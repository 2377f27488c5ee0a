import type { PairwiseFit } from "./bradleyTerry.ts";

/** Two things, by their places in the table, the smaller place first. */
export type Pair = readonly [number, number];

/**
 * What to ask next: of the pairs seen least, those whose outcome is least certain, by the standard error of p_i / (p_i + p_j).
 * Whoever asks picks among them by chance, since none is better.
 * @param wins the table the fit was made from
 * @returns all that tie; empty with fewer than two things
 */
export function findNextPairs(
  { logAbility, covariance }: PairwiseFit,
  wins: readonly (readonly number[])[],
): readonly Pair[] {
  let best: { pairs: Pair[]; seen: number; error: number } = { pairs: [], seen: Infinity, error: 0 };
  for (const [i, own] of logAbility.entries())
    for (let j = i + 1; j < logAbility.length; j += 1) {
      const seen = (wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0);
      const p = 1 / (1 + Math.exp((logAbility[j] ?? 0) - own));
      const variance = covariance.at(i, i) + covariance.at(j, j) - 2 * covariance.at(i, j);
      const error = p * (1 - p) * Math.sqrt(Math.max(0, variance));
      const isMore = seen < best.seen || (seen === best.seen && error > best.error * (1 + 1e-9));
      if (isMore) best = { pairs: [[i, j]], seen, error };
      else if (seen === best.seen && error >= best.error * (1 - 1e-9)) best.pairs.push([i, j]);
    }
  return best.pairs;
}

export interface Triads {
  /** threes of which each two were compared and one of the two was preferred more often */
  readonly decided: number;
  /** those of them that go round: a over b, b over c, c over a */
  readonly circular: number;
  /** circular / decided; undefined when none is decided */
  readonly share: number | undefined;
}

/**
 * How much comparisons contradict each other: the share of circular triads. By chance alone a quarter of them go round.
 * @see Kendall, Babington Smith, "On the method of paired comparisons", Biometrika 31, 1940, doi:10.2307/2332613
 */
export function countCircularTriads(wins: readonly (readonly number[])[]): Triads {
  const lead = (i: number, j: number) => Math.sign((wins[i]?.[j] ?? 0) - (wins[j]?.[i] ?? 0));
  const leads = wins.map((_, i) => wins.map((__, j) => lead(i, j)));
  const at = (i: number, j: number) => leads[i]?.[j] ?? 0;
  let decided = 0;
  let circular = 0;
  for (let a = 0; a < wins.length; a += 1)
    for (let b = a + 1; b < wins.length; b += 1) {
      const first = at(a, b);
      if (first === 0) continue;
      for (let c = b + 1; c < wins.length; c += 1) {
        const [second, third] = [at(b, c), at(c, a)];
        if (second === 0 || third === 0) continue;
        decided += 1;
        if (first === second && second === third) circular += 1;
      }
    }
  return { decided, circular, share: decided === 0 ? undefined : circular / decided };
}

/**
 * A score to watch while people still compare: 100 (wins + 1) / (wins + losses + 2), 50 before anything was asked.
 * @returns 0 to 100 for each thing, in the order of the table
 * @see Salganik, Levy, "Wiki surveys: open and quantifiable social data collection", PLOS ONE 10, 2015, doi:10.1371/journal.pone.0123483
 */
export function scoreLive(wins: readonly (readonly number[])[]): readonly number[] {
  return wins.map((row, i) => {
    const won = wins.reduce((sum, _, j) => sum + (i === j ? 0 : (row[j] ?? 0)), 0);
    const lost = wins.reduce((sum, other, j) => sum + (i === j ? 0 : (other[i] ?? 0)), 0);
    return (100 * (won + 1)) / (won + lost + 2);
  });
}
