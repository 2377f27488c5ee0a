import { newBallotId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { toldOf } from "./toldOf.ts";

const ballot = { id: newBallotId() };
const quiet = { step: {}, write: {}, ballots: [], results: [] } as const;
const frozen = { ...quiet, write: { bar: "frozen" } } as const;
const muted = { ...quiet, write: { bar: "muted" } } as const;
const voting = { ...quiet, ballots: [ballot] };

it("[K37] a freeze, being asked to listen, and the end of both are said", () => {
  expect(toldOf(quiet, frozen)).toEqual(["pocket.barFrozen"]);
  expect(toldOf(frozen, frozen)).toEqual([]);
  expect(toldOf(frozen, muted)).toEqual(["pocket.barMuted"]);
  expect(toldOf(muted, quiet)).toEqual(["pocket.barOver"]);
  // nobody may write in the step that follows
  expect(toldOf(frozen, { ...quiet, write: { bar: "phase" } })).toEqual([]);
});

it("[K37, K33] a ballot that opens and one that closes are said, one that is published by its result", () => {
  expect(toldOf(quiet, voting)).toEqual(["pocket.asked"]);
  expect(toldOf(voting, quiet)).toEqual(["pocket.voteClosed"]);
  expect(toldOf(voting, { ...quiet, results: [ballot] })).toEqual([]);
  expect(toldOf(voting, { ...quiet, ballots: [{ id: newBallotId() }] })).toEqual(["pocket.voteClosed", "pocket.asked"]);
});

it("[K37] that the steps are over is said once", () => {
  expect(toldOf(quiet, { ...quiet, step: null })).toEqual(["pocket.stepsOver"]);
  expect(toldOf({ ...quiet, step: null }, { ...quiet, step: null })).toEqual([]);
});
