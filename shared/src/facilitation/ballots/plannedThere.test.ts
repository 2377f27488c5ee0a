import { describe, expect, it } from "vitest";
import { ballotSchema, newBallotId, newPhaseId, type Ballot } from "../../terms/index.ts";
import { plannedThere } from "./plannedThere.ts";

const [step, other] = [newPhaseId(), newPhaseId()];
const [older, unplanned, first, second] = [newBallotId(), newBallotId(), newBallotId(), newBallotId()];
const ballotAt = (openedAt: number, plannedIn?: Ballot["plannedIn"]): Ballot => ({
  method: "dots",
  question: "",
  options: [],
  settings: {},
  isAnonymous: true,
  openedAt,
  phase: step,
  ...(plannedIn === undefined ? {} : { plannedIn }),
  state: "open",
});

describe("plannedThere", () => {
  const now = { phase: step, startedAt: 100 };
  const earlier = [
    [older, ballotAt(50, step)],
    [unplanned, ballotAt(120)],
  ] as const;

  it("[V79] is the vote of the step's plan since the step began, not another one, nor that of an earlier run", () => {
    expect(plannedThere(new Map(earlier), step, now)).toBeUndefined();
    const ballots = new Map([...earlier, [first, ballotAt(100, step)], [second, ballotAt(130, other)]]);
    expect(plannedThere(ballots, step, now)).toEqual({ id: first, ballot: ballotAt(100, step) });
    expect(plannedThere(ballots, other, now)).toBeUndefined();
    expect(plannedThere(ballots, step, undefined)).toBeUndefined();
  });

  it("[V1, V79] a ballot reads with its plan, and without one as those that were opened before there were any", () => {
    for (const ballot of [ballotAt(1, step), ballotAt(1)]) expect(ballotSchema.parse(ballot)).toEqual(ballot);
  });
});
