import type { PocketBallot } from "@palabre/shared/protocol";
import type { BallotId } from "@palabre/shared/terms";
import type { PocketState } from "./openPocket.ts";
import { unsentPaper } from "./unsentPaper.ts";

type Papers = Pick<PocketState, "papers" | "waiting">;

/** Handed in, although it may still be on its way. */
export const isAnswered = ({ papers, waiting }: Papers, ballot: BallotId): boolean =>
  (papers[ballot] ?? null) !== null || unsentPaper(waiting, ballot)?.state === "waiting";

interface Shown {
  readonly ballot: PocketBallot;
  /** it stays, so that handing in one’s paper does not turn the page */
  readonly isHeld: boolean;
}

/**
 * Which of the open ballots is shown: the one that is held, else the first that is not answered, as far as is known. It is held once that is known of
 * all of them.
 * @returns undefined where none is open
 */
export function shownBallot(
  open: readonly PocketBallot[],
  held: BallotId | undefined,
  papers: Papers,
): Shown | undefined {
  const stays = open.find(({ id }) => id === held);
  if (stays) return { ballot: stays, isHeld: true };
  const ballot = open.find(({ id }) => !isAnswered(papers, id)) ?? open[0];
  return ballot && { ballot, isHeld: open.every(({ id }) => id in papers.papers || isAnswered(papers, id)) };
}
