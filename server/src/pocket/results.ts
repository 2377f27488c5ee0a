import { POCKET_COUNTS, type CountName, type PocketResult } from "@palabre/shared/protocol";
import type { Ballot, BallotId, OptionTally } from "@palabre/shared/terms";

/** Ballots and options that a phone shows: more is for a larger screen. */
const RESULTS = 3;
const OPTIONS = 40;

/** What ballots came to that were published since then, the latest first. */
export const readResults = (ballots: ReadonlyMap<BallotId, Ballot>, since: number): readonly PocketResult[] =>
  [...ballots]
    .flatMap(([id, { tally, ...ballot }]) => (tally && tally.publishedAt >= since ? [{ id, ballot, tally }] : []))
    .toSorted((a, b) => b.tally.publishedAt - a.tally.publishedAt)
    .slice(0, RESULTS)
    .map(({ id, ballot: { method, question, settings, options }, tally }) => {
      const { n, of, isHeldBack, perOption, receipts } = tally;
      const told =
        isHeldBack === true ? [] : options.map((option) => ({ option, figures: countsOf(perOption[option.on]) }));
      const inOrder = told.toSorted((a, b) => (a.figures.rank ?? Infinity) - (b.figures.rank ?? Infinity) || 0);
      return {
        id,
        method,
        question,
        settings,
        n,
        of,
        ...(isHeldBack === true ? { isHeldBack } : {}),
        options: inOrder.slice(0, OPTIONS).map(({ option, figures }) => ({ option, ...figures })),
        left: Math.max(0, told.length - OPTIONS),
        receipts,
      };
    });

/** Those that a phone shows, of what the tally has. */
function countsOf(figures: OptionTally | undefined): Pick<OptionTally, CountName> {
  if (!figures) return {};
  return Object.fromEntries(
    POCKET_COUNTS.flatMap((name) => (figures[name] === undefined ? [] : [[name, figures[name]]])),
  );
}
