import {
  countCircularTriads,
  countRanked,
  fitBradleyTerry,
  rankByScore,
  scoreLive,
} from "../../analysis/voting/index.ts";
import type { CardId, OptionTally } from "../../terms/index.ts";
import type { Counted, PaperOf } from "./counted.ts";
import { concordance } from "./countGrades.ts";

/** Options of which a table of each against each is still read by somebody. */
const MOST_IN_TABLE = 30;
/** A normal distribution has 95 % within so many standard errors. */
const STANDARD_ERRORS = 1.96;

/** Ranked ballots by Schulze's method, with ranked pairs as the check. */
export function countOrders(options: readonly string[], papers: readonly PaperOf<"ranked">[]): Counted {
  const result = countRanked(
    options,
    papers.map(({ tiers }) => ({ ranking: tiers, voters: 1 })),
  );
  const { ranking, winners } = result.schulze;
  const beaten = result.strongestPaths.rows().map((row, option) => {
    const back = (other: number) => result.strongestPaths.at(other, option);
    return row.filter((strength, other) => strength > back(other)).length;
  });
  const rows = papers.map(({ tiers }) => options.map((option) => placeIn(tiers, option)));
  const checked = new Set(result.rankedPairs.winners);
  // a winner is an option, and those of a ranked ballot are cards
  const condorcet = result.condorcetWinner as CardId | undefined;
  return {
    perOption: new Map(
      options.map((option, at): [string, OptionTally] => [
        option,
        {
          n: papers.filter(({ tiers }) => placeIn(tiers, option) < tiers.length).length,
          beaten: beaten[at] ?? 0,
          firsts: result.plurality.votes.get(option) ?? 0,
          points: result.borda.get(option) ?? 0,
        },
      ]),
    ),
    ranking,
    winners,
    ...(condorcet === undefined ? {} : { condorcet }),
    ...(winners.length === checked.size && winners.every((winner) => checked.has(winner)) ? {} : { isContested: true }),
    ...(options.length > MOST_IN_TABLE ? {} : { pairs: result.pairwise.rows().map((row) => [...row]) }),
    ...concordance(options.length, rows),
  };
}

/** The place of an option on a paper; what it doesn't name stands behind all that it names. */
function placeIn(tiers: readonly (readonly string[])[], option: string): number {
  const place = tiers.findIndex((tier) => tier.includes(option));
  return place < 0 ? tiers.length : place;
}

/** "Which of the two?" by Bradley and Terry's model; who finds both the same gives each half a win. */
export function countComparisons(options: readonly string[], papers: readonly PaperOf<"pairwise">[]): Counted {
  const placeOf = new Map(options.map((option, place) => [option, place]));
  const size = options.length;
  const wins = options.map(() => options.map(() => 0));
  const counts = options.map(() => ({ n: 0, wins: 0, losses: 0, equals: 0 }));
  const add = (winner: number, loser: number, amount: number) => {
    const row = wins[winner];
    if (row) row[loser] = (row[loser] ?? 0) + amount;
  };
  const rows = papers.map(({ answers }) => {
    const own = options.map(() => 0);
    const seen = new Set<number>();
    for (const answer of answers) {
      const [one, other] = "equal" in answer ? answer.equal : [answer.winner, answer.loser];
      const [a, b] = [placeOf.get(one) ?? 0, placeOf.get(other) ?? 0];
      seen.add(a).add(b);
      const isEqual = "equal" in answer;
      add(a, b, isEqual ? 0.5 : 1);
      if (isEqual) add(b, a, 0.5);
      own[a] = (own[a] ?? 0) - (isEqual ? 0.5 : 1);
      if (isEqual) own[b] = (own[b] ?? 0) - 0.5;
      const [first, second] = [counts[a], counts[b]];
      if (first) first[isEqual ? "equals" : "wins"] += 1;
      if (second) second[isEqual ? "equals" : "losses"] += 1;
    }
    for (const place of seen) {
      const count = counts[place];
      if (count) count.n += 1;
    }
    // only who compared each with each has an order of them all
    return answers.length === (size * (size - 1)) / 2 ? own : own.map(() => undefined);
  });
  // the most likely strengths where there are such; a thing that never lost, or was never shown, needs the prior
  const fit = fitBradleyTerry(wins, { prior: "none" }) ?? fitBradleyTerry(wins);
  const scores = scoreLive(wins);
  const { share } = countCircularTriads(wins);
  const ranking = rankByScore(options, (_, at) => fit?.logAbility[at] ?? scores[at] ?? 0);
  return {
    perOption: new Map(
      options.map((option, at): [string, OptionTally] => {
        const figures = { ...(counts[at] ?? { n: 0 }), score: scores[at] ?? 50 };
        if (!fit) return [option, figures];
        const [strength, error] = [fit.logAbility[at] ?? 0, (fit.standardError[at] ?? 0) * STANDARD_ERRORS];
        return [option, { ...figures, strength, low: strength - error, high: strength + error }];
      }),
    ),
    ranking,
    winners: ranking[0] ?? [],
    ...(share === undefined ? {} : { circular: share }),
    ...concordance(size, rows),
  };
}
