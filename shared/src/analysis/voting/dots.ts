import { isEqual, rankByScore, type Ranking } from "./places.ts";

/** The dots of one person. */
export interface DotBallot {
  readonly person: string;
  /** option → how many dots, a whole number, 0 or more */
  readonly dots: ReadonlyMap<string, number>;
}

/** What each may give; absent means no limit. */
export interface DotLimits {
  /** dots of one person on one option */
  readonly cap?: number;
  /** dots of one person in all */
  readonly budget?: number;
}

export interface DotCount {
  readonly dots: number;
  /** how many people gave at least one */
  readonly voters: number;
  /** part of the dots that comes from the person who gave most, 0 to 1; 0 without dots */
  readonly largestShare: number;
}

export interface DotTally {
  readonly options: ReadonlyMap<string, DotCount>;
  readonly ranking: Ranking;
  /** those with the most dots; none while nobody gave any */
  readonly winners: readonly string[];
  /** people whose dots were counted */
  readonly voters: number;
  /** people whose dots were not, and why */
  readonly refused: readonly { readonly person: string; readonly reason: "not-whole" | "cap" | "budget" }[];
}

/**
 * Counts dots: how many each option has, from how many people, and how much of it one person gave alone.
 *
 * Papers of one person are added up before they are checked; who breaks a limit is not counted at all, rather than cut to
 * a vote nobody cast. Dots on what is no option are left out. Those who count show nothing before the reveal.
 *
 * Example: Ada 3 on a, Bob 1 on a and 2 on b: a has 4 from 2 people, three quarters of them from one; b has 2 from 1.
 * @returns one entry for each option, with 0 where nothing was given
 */
export function countDots(
  options: readonly string[],
  ballots: readonly DotBallot[],
  { cap = Infinity, budget = Infinity }: DotLimits = {},
): DotTally {
  const known = new Set(options);
  const people = new Map<string, Map<string, number>>();
  for (const { person, dots } of ballots) {
    const given = people.get(person) ?? new Map<string, number>();
    for (const [option, count] of dots) if (known.has(option)) given.set(option, (given.get(option) ?? 0) + count);
    people.set(person, given);
  }
  const refused: { person: string; reason: "not-whole" | "cap" | "budget" }[] = [];
  const counts = new Map(options.map((option) => [option, { dots: 0, voters: 0, most: 0 }]));
  for (const [person, given] of people) {
    const reason = whyRefused([...given.values()], cap, budget);
    if (reason !== undefined) refused.push({ person, reason });
    else
      for (const [option, dots] of given) {
        const count = counts.get(option);
        if (count === undefined || dots === 0) continue;
        count.dots += dots;
        count.voters += 1;
        count.most = Math.max(count.most, dots);
      }
  }
  const ranking = rankByScore([...known], (option) => counts.get(option)?.dots ?? 0);
  const best = counts.get(ranking[0]?.[0] ?? "")?.dots ?? 0;
  return {
    options: new Map(
      [...counts].map(([option, { dots, voters, most }]) => [
        option,
        { dots, voters, largestShare: dots === 0 ? 0 : most / dots },
      ]),
    ),
    ranking,
    winners: isEqual(best, 0) ? [] : (ranking[0] ?? []),
    voters: people.size - refused.length,
    refused,
  };
}

function whyRefused(dots: readonly number[], cap: number, budget: number): "not-whole" | "cap" | "budget" | undefined {
  if (!dots.every((count) => Number.isSafeInteger(count) && count >= 0)) return "not-whole";
  if (dots.some((count) => count > cap)) return "cap";
  return dots.reduce((sum, count) => sum + count, 0) > budget ? "budget" : undefined;
}
