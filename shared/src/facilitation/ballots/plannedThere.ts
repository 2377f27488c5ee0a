import type { Ballot, BallotId, PhaseId, PhaseNow } from "../../terms/index.ts";

/** The ballot that a phase planned, once it was opened since the phase began; what an earlier run of the phase asked is another one. */
export function plannedThere(
  ballots: ReadonlyMap<BallotId, Ballot>,
  phase: PhaseId,
  now: PhaseNow | undefined,
): { readonly id: BallotId; readonly ballot: Ballot } | undefined {
  if (now?.phase !== phase) return undefined;
  for (const [id, ballot] of ballots)
    if (ballot.plannedIn === phase && ballot.openedAt >= now.startedAt) return { id, ballot };
  return undefined;
}
