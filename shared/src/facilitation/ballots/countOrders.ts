import { countRanked } from "../../analysis/voting/index.ts";
import type { CardId, OptionTally } from "../../terms/index.ts";
import { isFew, told, type Counted, type PaperOf } from "./counted.ts";
import { concordance } from "./countGrades.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** Options of which a table of each against each is still read by somebody. */
const MOST_IN_TABLE = 30;

/**
 * Ranked ballots by Schulze's method, with ranked pairs as the check.
 *
 * Places and winners are of all options. Where fewer than five name one, everything else is counted from the same orders without it, as if
 * it had not been asked: first places add up to the papers, points and victories to what the places are worth, so that those of the others
 * would tell its own. A victory over it is then read from the places, and that somebody wins against each other one is said where it holds
 * whatever those few said.
 *
 * Kendall's W is said where every paper orders all that is counted; one that is left out alone is the last, several that are left out are
 * not alike to whoever left them out, and would count as agreement.
 */
export function countOrders(options: readonly string[], papers: readonly PaperOf<"ranked">[]): Counted {
  const orders = papers.map(({ tiers }) => ({ ranking: tiers, voters: 1 }));
  const whole = countRanked(options, orders);
  const { places: ranking, winners } = whole.schulze;
  const named = new Map(options.map((option) => [option, papers.filter((paper) => isNamed(paper, option)).length]));
  const namedBy = (option: string) => named.get(option) ?? 0;
  const known = options.filter((option) => !isFew(namedBy(option)));
  const few = options.filter((option) => isFew(namedBy(option)));
  const result = few.length === 0 ? whole : countRanked(known, orders);
  const placeOf = new Map(ranking.flatMap((place, at) => place.map((option) => [option, at] as const)));
  const beatenBy = (option: string) => {
    const at = known.indexOf(option);
    const paths = result.strongestPaths;
    const behind = few.filter((other) => (placeOf.get(other) ?? 0) > (placeOf.get(option) ?? 0));
    return known.filter((_, other) => paths.at(at, other) > paths.at(other, at)).length + behind.length;
  };
  const isWhole = papers.every((paper) => known.filter((option) => isNamed(paper, option)).length >= known.length - 1);
  const isTold = options.map((option) => namedBy(option) >= PAPERS_NEEDED);
  const { winners: others, outcomes } = result.rankedPairs;
  const firsts = result.schulze.winners;
  const checked = new Set(others);
  // where there are too many orders of equal pairs to try, its winners are among these, and nothing is known to differ
  const isContested =
    outcomes !== undefined && (firsts.length !== checked.size || firsts.some((winner) => !checked.has(winner)));
  // a winner is an option, and those of a ranked ballot are cards
  const best = result.condorcetWinner as CardId | undefined;
  // whoever names it and not the other prefers it, and only who names the other may not
  const isSure = best !== undefined && few.every((other) => namedBy(best) > 2 * namedBy(other));
  return {
    perOption: new Map(
      options.map((option): [string, OptionTally] => [
        option,
        told(namedBy(option), () => ({
          beaten: beatenBy(option),
          firsts: result.plurality.votes.get(option) ?? 0,
          points: result.borda.get(option) ?? 0,
        })),
      ]),
    ),
    ranking,
    winners,
    ...(isSure ? { condorcet: best } : {}),
    ...(isContested ? { isContested } : {}),
    ...(options.length > MOST_IN_TABLE
      ? {}
      : {
          pairs: whole.pairwise
            .rows()
            .map((row, one) => row.map((n, other) => (isTold[one] === true && isTold[other] === true ? n : null))),
        }),
    ...(isWhole
      ? concordance(
          known.length,
          papers.map(({ tiers }) => known.map((option) => placeIn(tiers, option))),
        )
      : {}),
  };
}

const isNamed = ({ tiers }: PaperOf<"ranked">, option: string): boolean => placeIn(tiers, option) < tiers.length;

/** The place of an option on a paper; what it doesn't name stands behind all that it names. */
function placeIn(tiers: readonly (readonly string[])[], option: string): number {
  const place = tiers.findIndex((tier) => tier.includes(option));
  return place < 0 ? tiers.length : place;
}
