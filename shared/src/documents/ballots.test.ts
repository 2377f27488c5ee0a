import { describe, expect, it } from "vitest";
import { newBallotId, newCardId, newPersonId, newPhaseId, type Ballot, type Tally } from "../terms/index.ts";
import { readBallotDesk, readBallots, settingBallot, settingBallotDesk } from "./ballots.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";

const [id, card] = [newBallotId(), newCardId()];
const tally: Tally = {
  method: "dots",
  publishedAt: 3,
  n: 6,
  of: 8,
  abstentions: 2,
  perOption: { [card]: { n: 6, rank: 1, isTied: false, dots: 12, largestShare: 0.5 } },
  winners: [card],
  ties: [],
  agreement: { name: "consensus", value: 0.8, word: "strong" },
  receipts: ["bcdf-ghjk"],
};
const ballot: Ballot = {
  method: "dots",
  question: "Where first?",
  options: [{ on: card, title: "Sleep" }],
  settings: { budget: 5, cap: 3 },
  isAnonymous: true,
  openedAt: 1,
  closesAt: 2,
  phase: newPhaseId(),
  state: "published",
  tally,
};

describe("ballots in their documents", () => {
  it("[V1] a ballot reads as it was written, and so does who has still to answer", () => {
    const doc = createStateDoc();
    const progress = { answered: 1, of: 2, waiting: [newPersonId()] };
    writeState(doc, [settingBallot(id, ballot)]);
    expect(readBallots(doc)).toEqual(new Map([[id, ballot]]));
    for (const endsWith of [newPhaseId(), null]) {
      writeState(doc, [settingBallot(id, { ...ballot, endsWith })]);
      expect(readBallots(doc).get(id)).toEqual({ ...ballot, endsWith });
    }
    writeState(doc, [settingBallot(id, undefined), settingBallotDesk(id, progress)]);
    expect(readBallotDesk(doc)).toEqual(new Map([[id, progress]]));
  });

  it("[V1] what is no ballot is left out", () => {
    const doc = createStateDoc();
    writeState(doc, [
      { map: "ballots", key: "?", value: ballot },
      { map: "ballots", key: id, value: { ...ballot, isAnonymous: false } },
    ]);
    expect(readBallots(doc)).toEqual(new Map());
  });
});
