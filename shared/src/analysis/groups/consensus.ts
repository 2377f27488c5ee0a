import { proportionTest, shareOf, SIGNIFICANT } from "./proportions.ts";
import type { Tally } from "./votes.ts";

/** A statement on which nearly all are of one side. */
export interface Consensus {
  /** index of the statement */
  readonly statement: number;
  readonly successes: number;
  readonly trials: number;
  readonly pSuccess: number;
  readonly pTest: number;
}

const MOST = 5;

/**
 * The statements that most agree with (or disagree), significantly more than one half: the five clearest, clearest first, ties as they came.
 * @param all votes of everybody, one a statement
 */
export function findConsensus(
  all: readonly Tally[],
  side: "agree" | "disagree",
  isOut: (statement: number) => boolean = () => false,
): readonly Consensus[] {
  return all
    .map((tally, statement) => ({
      statement,
      successes: tally[side],
      trials: tally.seen,
      pSuccess: shareOf(tally[side], tally.seen),
      pTest: proportionTest(tally[side], tally.seen),
    }))
    .filter(({ statement, pSuccess, pTest }) => !isOut(statement) && pSuccess > 0.5 && pTest > SIGNIFICANT)
    .toSorted((a, b) => b.pSuccess * b.pTest - a.pSuccess * a.pTest)
    .slice(0, MOST);
}

/**
 * How far a statement unites the groups, whatever their sizes: the product over groups of (agree + 1)/(seen + 2). Large only where every group
 * agrees; 1 without groups.
 * @param tallies votes of each group on this statement
 */
export const groupConsensus = (tallies: readonly Tally[]): number =>
  tallies.reduce((product, { agree, seen }) => product * shareOf(agree, seen), 1);

/** What a statement that is asked of everybody first weighs. */
const FIRST = 49;

/**
 * How much is learnt from showing a statement to the next person, ≥ 0: much where people agree, where it tells people apart, where few passed, and where
 * few have seen it. Draw the next one with these weights.
 * @param votes on it, of everybody in a group
 * @param extremity of the statement, from `readOpinionSpace`
 * @param isMeta about the people rather than the matter (where somebody lives): always 49
 */
export function priorityOf({ agree, disagree, seen }: Tally, extremity: number, isMeta = false): number {
  if (isMeta) return FIRST;
  const passed = shareOf(seen - agree - disagree, seen);
  const isNew = 1 + 8 * 2 ** (-seen / 5);
  return ((1 - passed) * (extremity + 1) * shareOf(agree, seen) * isNew) ** 2;
}
