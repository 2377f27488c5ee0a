import { readBallotDesk, readBallots } from "@palabre/shared/documents";
import { endsWithOf } from "@palabre/shared/terms";
import type { BoardState } from "../state/index.ts";

/** What a change of the step would cut off: papers that are there, and how many are missing, of all votes that end with it. */
export interface VotesCut {
  readonly answered: number;
  readonly missing: number;
}

/** Undefined where no vote of this step is open, or nobody is waited for. */
export function votesCut(board: Pick<BoardState, "workshop" | "part">): VotesCut | undefined {
  const phase = board.workshop().now?.phase;
  if (phase === undefined) return undefined;
  const progress = board.part("desk", readBallotDesk);
  let [answered, missing] = [0, 0];
  for (const [id, ballot] of board.part("workshop", readBallots) ?? []) {
    if (ballot.state !== "open" || endsWithOf(ballot) !== phase) continue;
    answered += progress?.get(id)?.answered ?? 0;
    missing += progress?.get(id)?.waiting.length ?? 0;
  }
  return missing > 0 ? { answered, missing } : undefined;
}
