import type { OwnPaper, PocketBallot } from "@palabre/shared/protocol";
import { newBallotId, newBoardId, newPersonId, type BallotId, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { shownBallot } from "./shownBallot.ts";
import type { Waiting } from "./waiting.ts";

const ballot = (): PocketBallot => ({ id: newBallotId(), method: "dots", question: "", options: [], settings: {} });
const [first, second, third] = [ballot(), ballot(), ballot()];
const paper: Paper = { method: "dots", dots: {} };
const own: OwnPaper = { paper, receipt: "R", at: 1 };
const unsent = ({ id }: PocketBallot): Waiting => ({
  type: "paper",
  id: `paper/${id}`,
  board: newBoardId(),
  person: newPersonId(),
  at: 1,
  state: "waiting",
  ballot: id,
  paper,
});

/** A phone that is shown these ballots: what it shows, as it hears more. */
function phone(open: readonly PocketBallot[]) {
  let held: BallotId | undefined;
  let ballots = open;
  let papers: Readonly<Record<BallotId, OwnPaper | null>> = {};
  let waiting: readonly Waiting[] = [];
  const look = (): PocketBallot | undefined => {
    const shown = shownBallot(ballots, held, { papers, waiting });
    if (shown?.isHeld) held = shown.ballot.id;
    return shown?.ballot;
  };
  return {
    look,
    hold: ({ id }: PocketBallot) => void (held = id),
    heard: ({ id }: PocketBallot, paper: OwnPaper | null) => ((papers = { ...papers, [id]: paper }), look()),
    handIn: (of: PocketBallot) => ((waiting = [unsent(of)]), look()),
    opens: (...now: readonly PocketBallot[]) => ((ballots = now), look()),
  };
}

describe("the ballot that a phone shows", () => {
  it.each([
    ["in their order", [first, second]],
    ["the other way round", [second, first]],
  ])("[K48] is after a reload the one that waits, of those whose papers are heard of %s", (_, order) => {
    const { look, heard } = phone([first, second]);
    expect(look()).toBe(first);
    for (const each of order) heard(each, each === first ? own : null);
    expect(look()).toBe(second);
  });

  it("[K48] is the first where all are answered, or none", () => {
    for (const paper of [own, null]) {
      const { heard } = phone([first, second]);
      heard(second, paper);
      expect(heard(first, paper)).toBe(first);
    }
  });

  it("[K48] stays once it was touched or chosen, whatever is heard later, and once it is handed in", () => {
    const { heard, hold, handIn } = phone([first, second, third]);
    hold(first);
    expect([heard(first, own), heard(second, null), handIn(first), heard(third, null)]).toEqual(
      Array.from({ length: 4 }, () => first),
    );
  });

  it("[K48] stays when it is handed in after all papers are known, and gives way once it is closed", () => {
    const { heard, handIn, opens } = phone([first, second]);
    heard(first, null);
    expect(heard(second, null)).toBe(first);
    expect(handIn(first)).toBe(first);
    expect(opens(first, second, third)).toBe(first);
    expect(opens(second, third)).toBe(second);
    expect(opens()).toBeUndefined();
  });
});
