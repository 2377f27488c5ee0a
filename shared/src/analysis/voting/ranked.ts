import { readBallots, type RankedBallot, type RankedPaper } from "./ballots.ts";
import { countPairs, findCondorcetWinner } from "./pairwise.ts";
import { rankByScore, type Ranking } from "./places.ts";
import { lockRankedPairs } from "./rankedPairs.ts";
import { countVictories, findStrongestPaths } from "./schulze.ts";
import type { Square } from "./square.ts";

/** One electorate by several methods; tables are in the order of the options. */
export interface RankedResult {
  readonly voters: number;
  /** how many prefer the row's option to the column's */
  readonly pairwise: Square;
  /** strength of the strongest path by winning votes, 0 if none */
  readonly strongestPaths: Square;
  /** the option that beats every other one, when there is one */
  readonly condorcetWinner: string | undefined;
  /**
   * the default. `ranking`: by the number of options beaten on strongest paths, as it is published; `places`: who is unbeaten first, then
   * whom only these beat, and so on, so that winners share the first place; `winners`: all who are unbeaten
   */
  readonly schulze: { readonly ranking: Ranking; readonly places: Ranking; readonly winners: readonly string[] };
  /** the check; `outcomes` is undefined when equal pairs allow too many orders, and the first place may then hold too many */
  readonly rankedPairs: {
    readonly ranking: Ranking;
    readonly winners: readonly string[];
    readonly outcomes: number | undefined;
  };
  /** first places; several in one first place share it in equal parts */
  readonly plurality: {
    readonly votes: ReadonlyMap<string, number>;
    readonly ranking: Ranking;
    readonly winners: readonly string[];
  };
  /** n points for a first place, …, 1 for a last one; those that tie, and those not named, share the points of their places */
  readonly borda: ReadonlyMap<string, number>;
}

/**
 * Counts ranked ballots: Schulze's order, ranked pairs beside it, the Condorcet winner where there is one, first places and
 * Borda's points.
 *
 * Ballots may have ties and leave options out: those stand together behind all that are named (`readBallots`). Options that
 * tie share a place. Without a vote all options share the only place and nobody wins.
 *
 * Example: Memphis, Nashville, Chattanooga, Knoxville with 42, 26, 15 and 17 first places: Nashville beats every other one
 * though Memphis has most first places.
 * @param options what the ballots are about, each once
 */
export function countRanked(options: readonly string[], ballots: readonly RankedBallot[]): RankedResult {
  const papers = readBallots(options, ballots);
  const voters = papers.reduce((sum, paper) => sum + paper.voters, 0);
  const pairwise = countPairs(options.length, papers);
  const strongestPaths = findStrongestPaths(pairwise);
  const victories = countVictories(strongestPaths);
  const locked = lockRankedPairs(pairwise);
  const firsts = countFirstPlaces(options.length, papers);
  const points = countPoints(options.length, papers);
  const best = Math.max(0, ...firsts);
  const whenVoted = (isWinner: (index: number) => boolean) =>
    voters > 0 ? options.filter((_, index) => isWinner(index)) : [];
  const rank = (scoreOf: (index: number) => number) => rankByScore(options, (_, index) => scoreOf(index));
  const winner = voters > 0 ? findCondorcetWinner(pairwise) : undefined;
  return {
    voters,
    pairwise,
    strongestPaths,
    condorcetWinner: winner === undefined ? undefined : options[winner],
    schulze: {
      ranking: rank((index) => victories[index]?.beaten ?? 0),
      places: rank((index) => -(victories[index]?.above ?? 0)),
      winners: whenVoted((index) => victories[index]?.above === 0),
    },
    rankedPairs: {
      ranking: rank((index) => -(locked.places[index] ?? 0)),
      winners: whenVoted((index) => locked.places[index] === 0),
      outcomes: locked.outcomes,
    },
    plurality: {
      votes: new Map(options.map((option, index) => [option, firsts[index] ?? 0])),
      ranking: rank((index) => firsts[index] ?? 0),
      winners: whenVoted((index) => (firsts[index] ?? 0) > best - 1e-9),
    },
    borda: new Map(options.map((option, index) => [option, points[index] ?? 0])),
  };
}

function countFirstPlaces(size: number, papers: readonly RankedPaper[]): readonly number[] {
  const votes = Array.from({ length: size }, () => 0);
  for (const { order, placeOf, voters } of papers) {
    const first = order.filter((option) => placeOf[option] === 0);
    for (const option of first) votes[option] = (votes[option] ?? 0) + voters / first.length;
  }
  return votes;
}

function countPoints(size: number, papers: readonly RankedPaper[]): readonly number[] {
  const points = Array.from({ length: size }, () => 0);
  for (const { placeOf, voters } of papers) {
    const inPlace = Array.from({ length: size + 1 }, () => 0);
    for (const place of placeOf) inPlace[place] = (inPlace[place] ?? 0) + 1;
    let before = 0;
    const worth = inPlace.map((count) => {
      before += count;
      return size - before + (count + 1) / 2;
    });
    for (const [option, place] of placeOf.entries())
      points[option] = (points[option] ?? 0) + (worth[place] ?? 0) * voters;
  }
  return points;
}
