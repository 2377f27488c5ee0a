import {
  countCircularTriads,
  countRanked,
  fitBradleyTerry,
  rankByScore,
  scoreLive,
} from "../../analysis/voting/index.ts";
import type { CardId, OptionTally } from "../../terms/index.ts";
import { told, type Counted, type PaperOf } from "./counted.ts";
import { concordance } from "./countGrades.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** Options of which a table of each against each is still read by somebody. */
const MOST_IN_TABLE = 30;
/** A normal distribution has 95 % within so many standard errors. */
const STANDARD_ERRORS = 1.96;

/**
 * Ranked ballots by Schulze's method, with ranked pairs as the check.
 *
 * Kendall's W is said where every paper orders all that is asked; one that is left out alone is the last, several that are left out are not
 * alike to whoever left them out, and would count as agreement.
 */
export function countOrders(options: readonly string[], papers: readonly PaperOf<"ranked">[]): Counted {
  const result = countRanked(
    options,
    papers.map(({ tiers }) => ({ ranking: tiers, voters: 1 })),
  );
  const { places: ranking, winners } = result.schulze;
  const beaten = result.strongestPaths.rows().map((row, option) => {
    const back = (other: number) => result.strongestPaths.at(other, option);
    return row.filter((strength, other) => strength > back(other)).length;
  });
  const isWhole = papers.every(({ tiers }) => tiers.flat().length >= options.length - 1);
  const named = options.map((option) => papers.filter(({ tiers }) => placeIn(tiers, option) < tiers.length).length);
  const isTold = named.map((n) => n >= PAPERS_NEEDED);
  const { winners: others, outcomes } = result.rankedPairs;
  const checked = new Set(others);
  // where there are too many orders of equal pairs to try, its winners are among these, and nothing is known to differ
  const isContested =
    outcomes !== undefined && (winners.length !== checked.size || winners.some((winner) => !checked.has(winner)));
  // a winner is an option, and those of a ranked ballot are cards
  const condorcet = result.condorcetWinner as CardId | undefined;
  return {
    perOption: new Map(
      options.map((option, at): [string, OptionTally] => [
        option,
        told(named[at] ?? 0, () => ({
          beaten: beaten[at] ?? 0,
          firsts: result.plurality.votes.get(option) ?? 0,
          points: result.borda.get(option) ?? 0,
        })),
      ]),
    ),
    ranking,
    winners,
    ...(condorcet === undefined ? {} : { condorcet }),
    ...(isContested ? { isContested } : {}),
    ...(options.length > MOST_IN_TABLE
      ? {}
      : {
          pairs: result.pairwise
            .rows()
            .map((row, one) => row.map((n, other) => (isTold[one] === true && isTold[other] === true ? n : null))),
        }),
    ...(isWhole
      ? concordance(
          options.length,
          papers.map(({ tiers }) => options.map((option) => placeIn(tiers, option))),
        )
      : {}),
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
    return own;
  });
  // the most likely strengths where there are such; a thing that never lost, or was never shown, needs the prior
  const fit = fitBradleyTerry(wins, { prior: "none" }) ?? fitBradleyTerry(wins);
  const scores = scoreLive(wins);
  const { share } = countCircularTriads(wins);
  const placed = new Map(options.map((option, at) => [option, fit?.logAbility[at] ?? scores[at] ?? 0]));
  // of what nobody was asked about there is nothing to place: its strength is the prior's
  const asked = options.filter((_, at) => (counts[at]?.n ?? 0) > 0);
  const ranking = rankByScore(asked, (option) => placed.get(option) ?? 0);
  return {
    perOption: new Map(
      options.map((option, at): [string, OptionTally] => {
        const { n, ...counted } = counts[at] ?? { n: 0 };
        const [strength, error] = [fit?.logAbility[at] ?? 0, (fit?.standardError[at] ?? 0) * STANDARD_ERRORS];
        const fitted = fit ? { strength, low: strength - error, high: strength + error } : {};
        return [option, told(n, () => ({ ...counted, score: scores[at] ?? 50, ...fitted }))];
      }),
    ),
    ranking,
    winners: ranking[0] ?? [],
    ...(share === undefined ? {} : { circular: share }),
    // only who compared each with each has an order of them all
    ...(papers.every(({ answers }) => answers.length === (size * (size - 1)) / 2) ? concordance(size, rows) : {}),
  };
}
