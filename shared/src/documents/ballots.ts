import {
  ballotIdSchema,
  ballotProgressSchema,
  ballotSchema,
  type Ballot,
  type BallotId,
  type BallotProgress,
} from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";
import { readEntries } from "./stateEntries.ts";

/** In `workshop` the ballots themselves, on the `desk` who has still to answer. Read apart from the rest, since only who votes needs them. */
const MAP = "ballots";

/** The ballots of a board, open ones and others. */
export const readBallots = (workshop: StateDoc): ReadonlyMap<BallotId, Ballot> =>
  readEntries(workshop, MAP, ballotIdSchema, ballotSchema);

/** How far each open ballot is. */
export const readBallotDesk = (desk: StateDoc): ReadonlyMap<BallotId, BallotProgress> =>
  readEntries(desk, MAP, ballotIdSchema, ballotProgressSchema);

/** What to write to `workshop` when a ballot is another one; undefined takes it away. */
export const settingBallot = (id: BallotId, ballot: Ballot | undefined): StateChange => ({
  map: MAP,
  key: id,
  value: ballot,
});

/** What to write to `desk` when more have answered; undefined once nobody is waited for. */
export const settingBallotDesk = (id: BallotId, progress: BallotProgress | undefined): StateChange => ({
  map: MAP,
  key: id,
  value: progress,
});
