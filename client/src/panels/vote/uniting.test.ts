import { tallyBallot } from "@palabre/shared/facilitation/ballots";
import { newCardId, type Ballot, type OptionTally, type Paper, type Tally } from "@palabre/shared/terms";
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

  it("[V17] is told by how alike people answer where what groups say would tell what a few answered, and says so", () => {
    const [first, second] = [newCardId(), newCardId()];
    const ballot: Ballot = {
      method: "agreement",
      question: "",
      options: [first, second].map((on) => ({ on, title: "" })),
      settings: {},
      isAnonymous: true,
      openedAt: 0,
      state: "published",
    };
    const by = (figures: OptionTally, others: OptionTally) => {
      const tally: Tally = {
        method: "agreement",
        publishedAt: 1,
        n: 17,
        of: 17,
        abstentions: 0,
        perOption: { [first]: figures, [second]: others },
        winners: [],
        ties: [],
        groups: [9, 7].map((size) => ({ size, says: [] })),
        receipts: [],
      };
      const told = uniting(ballot, tally);
      return { ...told, unites: told.unites.map(({ option }) => option.on), divides: told.divides.length };
    };
    const all = { n: 17, agree: 17, disagree: 0, pass: 0, consensus: 1, isPolarised: false };
    const parted = { n: 17, agree: 9, disagree: 8, pass: 0, consensus: 0.1, isPolarised: true };
    expect(by(all, parted)).toEqual({ unites: [first], divides: 1, by: "all", isPartly: true });
    expect(by({ ...all, unites: 0.8, divides: 0.02 }, parted)).toEqual({
      unites: [first],
      divides: 0,
      by: "groups",
      isPartly: true,
    });
    expect(by({ ...all, unites: 0.8, divides: 0.02 }, { ...parted, unites: 0.1, divides: 0.8 })).toEqual({
      unites: [first],
      divides: 1,
      by: "groups",
      isPartly: false,
    });
    // of what few speak of nothing is missing
    expect(by({ ...all, unites: 0.8, divides: 0.02 }, { n: 3 })).toMatchObject({ isPartly: false });
  });
});
