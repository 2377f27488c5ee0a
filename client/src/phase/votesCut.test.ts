import {
  createStateDoc,
  readWorkshop,
  settingBallot,
  settingBallotDesk,
  settingNow,
  writeState,
} from "@palabre/shared/documents";
import { newBallotId, newPersonId, newPhaseId, type Ballot } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { BoardState } from "../state/index.ts";
import { votesCut } from "./votesCut.ts";

const [one, two] = [newPhaseId(), newPhaseId()];

/** What is asked in the second step about a ballot of one answer, with two people missing. */
function cutOf(facts: Partial<Ballot>) {
  const [workshop, desk, id] = [createStateDoc(), createStateDoc(), newBallotId()];
  const ballot: Ballot = {
    method: "dots",
    question: "",
    options: [],
    settings: {},
    isAnonymous: true,
    openedAt: 1,
    state: "open",
    ...facts,
  };
  writeState(workshop, [settingNow({ phase: two, startedAt: 2 }), settingBallot(id, ballot)]);
  writeState(desk, [settingBallotDesk(id, { answered: 1, of: 3, waiting: [newPersonId(), newPersonId()] })]);
  const part: BoardState["part"] = (document, read) => read(document === "desk" ? desk : workshop);
  return votesCut({ workshop: () => readWorkshop(workshop), part });
}

describe("the votes that a change of the step would cut off", () => {
  it("[V64] are those that are open and end with the step, also one that was opened again in it", () => {
    const asked = { answered: 1, missing: 2 };
    expect(cutOf({ phase: two })).toEqual(asked);
    expect(cutOf({ phase: one, endsWith: two })).toEqual(asked);
    expect(cutOf({ phase: two, state: "closed" })).toBeUndefined();
    expect(cutOf({ phase: one })).toBeUndefined();
    expect(cutOf({ phase: two, endsWith: null })).toBeUndefined();
    expect(cutOf({})).toBeUndefined();
  });
});
