import { describe, expect, it } from "vitest";
import {
  findConsensus,
  findRepresentative,
  groupConsensus,
  priorityOf,
  twoProportionTest,
  type Tally,
} from "./index.ts";

const votes = (agree: number, disagree: number, passes = 0): Tally => ({
  agree,
  disagree,
  seen: agree + disagree + passes,
});
const close = (value: number) => expect.closeTo(value, 10) as number;

describe("what tells a group from the others", () => {
  it("[M93] is measured against one half and against the others", () => {
    // by hand: 4 of 4 against 0 of 4: p = 5/6, z = 2√5(5/5 − ½), 5 times as likely, and (1 − 1/5)/√(0.6 · 0.4 · (1/5 + 1/5))
    expect(findRepresentative([votes(4, 0)], [votes(0, 4)])).toEqual([
      {
        statement: 0,
        side: "agree",
        successes: 4,
        trials: 4,
        pSuccess: close(5 / 6),
        pTest: close(Math.sqrt(5)),
        representativeness: close(5),
        representativenessTest: close(0.8 / Math.sqrt(0.24 * 0.4)),
      },
    ]);
  });

  it("[M93] begins with the best agreement, then what is significant by weight, five at most, agreements first", () => {
    const group = [
      votes(5, 3),
      votes(0, 9),
      votes(9, 0),
      votes(8, 1),
      votes(0, 8),
      votes(7, 1),
      votes(9, 0),
      votes(4, 4),
    ];
    const others = [
      votes(9, 1),
      votes(9, 0),
      votes(1, 9),
      votes(2, 9),
      votes(9, 1),
      votes(1, 7),
      votes(0, 9),
      votes(4, 4),
    ];
    const found = findRepresentative(group, others).map(({ statement, side }) => `${statement} ${side}`);
    expect(found).toEqual(["6 agree", "2 agree", "3 agree", "1 disagree", "4 disagree"]);
    // moderated out takes no part
    const without = findRepresentative(group, others, (at) => at === 6).map(({ statement }) => statement);
    expect(without).not.toContain(6);
    expect(without[0]).toBe(2);
  });

  it("[M93] has a best agreement though no statement is significant", () => {
    // 2 of 3 against 1 of 3: p = 3/5 above one half and likelier than the others, yet neither test is significant
    expect(findRepresentative([votes(2, 1)], [votes(1, 2)]).map(({ statement, side }) => [statement, side])).toEqual([
      [0, "agree"],
    ]);
    expect(findRepresentative([votes(1, 2)], [votes(2, 1)])).toEqual([]);
    // nobody voted, all passed
    expect(findRepresentative([votes(0, 0, 5)], [votes(1, 1)])).toEqual([]);
    expect(findRepresentative([], [])).toEqual([]);
  });
});

describe("the difference of two shares", () => {
  it("[M93] is pooled, with one added to each number, and 0 where all succeed", () => {
    // by hand: 16/25 against 57/72, pooled 73/97
    const p = 73 / 97;
    expect(twoProportionTest(15, 24, 56, 71)).toBeCloseTo(
      (16 / 25 - 57 / 72) / Math.sqrt(p * (1 - p) * (1 / 25 + 1 / 72)),
      12,
    );
    expect(twoProportionTest(5, 5, 9, 9)).toBe(0);
    expect(twoProportionTest(0, 0, 0, 0)).toBe(0);
  });
});

describe("what unites", () => {
  it("[M93] is large only where every group agrees", () => {
    // (10/11 · 3/4) and (10/11 · 1/4)
    expect(groupConsensus([votes(9, 0), votes(2, 0)])).toBeCloseTo((10 / 11) * (3 / 4), 12);
    expect(groupConsensus([votes(9, 0), votes(0, 2)])).toBeCloseTo((10 / 11) * (1 / 4), 12);
    expect(groupConsensus([])).toBe(1);
  });

  it("[M93] is said of the five statements that most are clearly of one side on", () => {
    const all = [
      votes(20, 0),
      votes(19, 1),
      votes(1, 19),
      votes(10, 10),
      votes(18, 2),
      votes(20, 0),
      votes(17, 3),
      votes(16, 4),
      votes(0, 0),
    ];
    expect(findConsensus(all, "agree").map(({ statement }) => statement)).toEqual([0, 5, 1, 4, 6]);
    expect(findConsensus(all, "agree", (at) => at === 0).map(({ statement }) => statement)).toEqual([5, 1, 4, 6, 7]);
    // by hand: p = 20/22, z = 2√21(20/21 − ½)
    expect(findConsensus(all, "disagree")).toEqual([
      {
        statement: 2,
        successes: 19,
        trials: 20,
        pSuccess: close(20 / 22),
        pTest: close(2 * Math.sqrt(21) * (20 / 21 - 0.5)),
      },
    ]);
  });
});

describe("what to ask next", () => {
  it("[M94] weighs agreement, what tells people apart, few passes and few votes", () => {
    // by hand: A = 3, one pass, S = 5, E = 1: (5/7 · 2 · 4/7 · 5)²
    expect(priorityOf(votes(3, 1, 1), 1)).toBeCloseTo((200 / 49) ** 2, 10);
    expect(priorityOf(votes(0, 0), 0)).toBeCloseTo((0.5 * 0.5 * 9) ** 2, 12);
    expect(priorityOf(votes(3, 1, 1), 1, true)).toBe(49);
  });
});
