import { proportionTest, shareOf, SIGNIFICANT, twoProportionTest } from "./proportions.ts";
import type { Tally } from "./votes.ts";

/** A statement that tells a group from the others, and how it does. */
export interface Representative {
  /** index of the statement */
  readonly statement: number;
  readonly side: "agree" | "disagree";
  /** votes of that side in the group */
  readonly successes: number;
  /** who has seen it in the group, passes included */
  readonly trials: number;
  /** (successes + 1) / (trials + 2) */
  readonly pSuccess: number;
  /** z against one half */
  readonly pTest: number;
  /** pSuccess over that of all other groups together: 2 is twice as likely */
  readonly representativeness: number;
  /** z of that difference */
  readonly representativenessTest: number;
}

const MOST = 5;

/**
 * What a group says that others don't: at most five statements, those it agrees with first. The first one is its best agreement even if others tell
 * it apart better; the rest are significant at 90 % both against one half and against the other groups, the most telling first.
 * @param group votes of the group, one a statement
 * @param others votes of all other groups together
 * @param isOut moderated out: takes no part
 * @see Small et al. 2021, as in `readOpinionSpace`
 */
export function findRepresentative(
  group: readonly Tally[],
  others: readonly Tally[],
  isOut: (statement: number) => boolean = () => false,
): readonly Representative[] {
  const sides = group.flatMap((tally, statement) => {
    const other = others[statement] ?? { agree: 0, disagree: 0, seen: 0 };
    if (isOut(statement)) return [];
    const agree = measure(statement, "agree", tally.agree, tally.seen, other.agree, other.seen);
    const disagree = measure(statement, "disagree", tally.disagree, tally.seen, other.disagree, other.seen);
    return [{ agree, disagree, isVoted: tally.agree + tally.disagree > 0 }];
  });
  const best = bestAgreement(sides.filter(({ isVoted }) => isVoted).map(({ agree }) => agree));
  const sufficient = sides
    .filter(({ agree, disagree }) => isSignificant(agree) || isSignificant(disagree))
    .map(({ agree, disagree }) => (disagree.representativenessTest > agree.representativenessTest ? disagree : agree))
    .filter(({ statement }) => statement !== best?.statement)
    .toSorted((a, b) => metricOf(b) - metricOf(a));
  const chosen = [...(best ? [best] : []), ...sufficient].slice(0, MOST);
  return [...chosen.filter(({ side }) => side === "agree"), ...chosen.filter(({ side }) => side === "disagree")];
}

function measure(
  statement: number,
  side: Representative["side"],
  successes: number,
  trials: number,
  successesOut: number,
  trialsOut: number,
): Representative {
  const pSuccess = shareOf(successes, trials);
  return {
    statement,
    side,
    successes,
    trials,
    pSuccess,
    pTest: proportionTest(successes, trials),
    representativeness: pSuccess / shareOf(successesOut, trialsOut),
    representativenessTest: twoProportionTest(successes, trials, successesOut, trialsOut),
  };
}

const isSignificant = ({ pTest, representativenessTest }: Representative): boolean =>
  pTest > SIGNIFICANT && representativenessTest > SIGNIFICANT;

const metricOf = ({ pSuccess, pTest, representativeness, representativenessTest }: Representative): number =>
  pSuccess * pTest * representativeness * representativenessTest;

function bestAgreement(agreements: readonly Representative[]): Representative | undefined {
  let best: Representative | undefined;
  for (const agree of agreements) {
    if (best === undefined) {
      if (agree.pTest > SIGNIFICANT || (agree.representativeness > 1 && agree.pSuccess > 0.5)) best = agree;
    } else if (best.representativeness > 1) {
      if (metricOf(agree) > metricOf(best)) best = agree;
    } else if (agree.pSuccess * agree.pTest > best.pSuccess * best.pTest) best = agree;
  }
  return best;
}
