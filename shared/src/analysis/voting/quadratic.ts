import { rankByScore, type Ranking } from "./places.ts";

/** Votes of one person, or the same votes of several. */
export interface QuadraticBallot {
  /** option → votes, a whole number; below 0 is against */
  readonly votes: ReadonlyMap<string, number>;
  /** how many people voted so */
  readonly voters: number;
}

export interface QuadraticTally {
  /** option → signed votes of all people */
  readonly totals: ReadonlyMap<string, number>;
  readonly ranking: Ranking;
  /** credits that each ballot takes, in their order */
  readonly cost: readonly number[];
  /** places (from 0) of ballots that take more than the credits, or aren't whole; they are not counted */
  readonly refused: readonly number[];
  /** people whose votes were counted */
  readonly voters: number;
}

/**
 * Quadratic voting: v votes on one option cost v² credits, for or against, so that a second vote costs three more.
 *
 * A ballot costs the sum of the squares over its options. The totals add signed votes, each times its voters.
 *
 * Example: 10 votes on one option cost 100 credits, and so do 5 on each of four.
 * @param credits what each person may spend; without it every ballot is counted
 * @param options those that have a total of 0 without votes; options that only ballots name are added behind them
 * @see Lalley, Weyl, "Quadratic voting: how mechanism design can radicalize democracy", AEA Papers and Proceedings 108, 2018, doi:10.1257/pandp.20181002
 */
export function countQuadratic(
  ballots: readonly QuadraticBallot[],
  credits: number = Infinity,
  options: readonly string[] = [],
): QuadraticTally {
  const totals = new Map(options.map((option) => [option, 0]));
  for (const { votes } of ballots) for (const option of votes.keys()) totals.set(option, totals.get(option) ?? 0);
  const cost = ballots.map(({ votes }) => costOf(votes.values()));
  const refused: number[] = [];
  let people = 0;
  for (const [place, { votes, voters }] of ballots.entries()) {
    const isWhole = [...votes.values(), voters].every((count) => Number.isSafeInteger(count)) && voters >= 0;
    if (!isWhole || (cost[place] ?? 0) > credits) {
      refused.push(place);
      continue;
    }
    people += voters;
    for (const [option, count] of votes) totals.set(option, (totals.get(option) ?? 0) + count * voters);
  }
  return {
    totals,
    ranking: rankByScore([...totals.keys()], (option) => totals.get(option) ?? 0),
    cost,
    refused,
    voters: people,
  };
}

/** Credits that votes take: the sum of their squares. */
function costOf(votes: Iterable<number>): number {
  return [...votes].reduce((sum, count) => sum + count ** 2, 0);
}
