import { tallyBallot } from "@palabre/shared/facilitation/ballots";
import { newCardId, type Ballot, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { uniting } from "./uniting.ts";

describe("what unites", () => {
  it("[V74] is what every group agrees with, however many groups there are", () => {
    const options = Array.from({ length: 5 }, () => ({ on: newCardId(), title: "" }));
    const [first, , , , shared] = options;
    const ballot: Ballot = {
      method: "agreement",
      question: "",
      options,
      settings: {},
      isAnonymous: true,
      openedAt: 0,
      state: "published",
    };
    // camps of nine people each, who part on four things and agree on the fifth
    const camps = (many: readonly (readonly (1 | -1)[])[]): readonly Paper[] =>
      many.flatMap((says) =>
        Array.from({ length: 9 }, (): Paper => ({
          method: "agreement",
          answers: Object.fromEntries(options.map(({ on }, place) => [on, says[place] ?? 1])),
        })),
      );
    const two = camps([
      [1, 1, 1, 1],
      [-1, -1, -1, -1],
    ]);
    const four = camps([
      [1, 1, 1, 1],
      [1, 1, -1, -1],
      [-1, -1, 1, 1],
      [-1, -1, -1, -1],
    ]);
    for (const [papers, count] of [
      [two, 2],
      [four, 4],
    ] as const) {
      const tally = tallyBallot(ballot, papers, { of: 40, at: 1, receipts: [] });
      expect(tally.groups).toHaveLength(count);
      const { unites, divides } = uniting(ballot, tally);
      expect(unites.map(({ option }) => option.on)).toEqual([shared?.on]);
      expect(divides.map(({ option }) => option.on)).toContain(first?.on);
    }
    const five = tallyBallot(ballot, two, { of: 40, at: 1, receipts: [] });
    // five groups of five who all agree: (6 / 7)^5
    const small = { ...five, groups: Array.from({ length: 5 }, () => ({ size: 5, says: [] })) };
    const on = shared?.on ?? newCardId();
    const perOption = { [on]: { n: 25, agree: 25, unites: (6 / 7) ** 5, divides: 0 } };
    expect(uniting(ballot, { ...small, perOption }).unites.map(({ option }) => option.on)).toEqual([on]);
    // and what one of the five is against does not
    const split = { [on]: { n: 25, agree: 20, unites: (6 / 7) ** 4 * (1 / 7), divides: 5 / 7 } };
    expect(uniting(ballot, { ...small, perOption: split }).unites).toEqual([]);
  });
});
