import { readBallotDesk, readBallots } from "@palabre/shared/documents";
import type { Ballot, BallotId, BallotProgress } from "@palabre/shared/terms";
import { useDeskPart, useWorkshopPart } from "../../state/index.ts";

export interface KnownBallot {
  readonly id: BallotId;
  readonly ballot: Ballot;
}

const ORDER = { open: 0, closed: 1, published: 2 } as const;

/** Those that are open first, then those that wait for their result; the newest of each first. */
export function useBallots(): readonly KnownBallot[] {
  const ballots = useWorkshopPart(readBallots);
  return [...ballots]
    .map(([id, ballot]) => ({ id, ballot }))
    .toSorted((a, b) => ORDER[a.ballot.state] - ORDER[b.ballot.state] || b.ballot.openedAt - a.ballot.openedAt);
}

/** How many have answered and who has still to, for facilitators. */
export const useProgress = (id: BallotId): BallotProgress | undefined => useDeskPart(readBallotDesk)?.get(id);
