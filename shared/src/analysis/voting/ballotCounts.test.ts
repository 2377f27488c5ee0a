import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDots, countQuadratic, readConsent } from "./index.ts";

const given = (dots: Readonly<Record<string, number>>) => new Map(Object.entries(dots));

describe("dots", () => {
  const ballots = [
    { person: "ada", dots: given({ a: 3 }) },
    { person: "bob", dots: given({ a: 1, b: 2 }) },
  ];

  it("[M60] add up, with how many people gave them and how much one person gave alone", () => {
    expect(countDots(["a", "b", "c"], ballots)).toEqual({
      options: new Map([
        ["a", { dots: 4, voters: 2, largestShare: 0.75 }],
        ["b", { dots: 2, voters: 1, largestShare: 1 }],
        ["c", { dots: 0, voters: 0, largestShare: 0 }],
      ]),
      ranking: [["a"], ["b"], ["c"]],
      winners: ["a"],
      voters: 2,
      refused: [],
    });
  });

  it("[M60] of a person who breaks the cap or the budget are not counted, in one paper or in several", () => {
    expect(countDots(["a", "b"], ballots, { cap: 2 }).refused).toEqual([{ person: "ada", reason: "cap" }]);
    expect(countDots(["a", "b"], [...ballots, ...ballots], { budget: 5 }).refused).toEqual([
      { person: "ada", reason: "budget" },
      { person: "bob", reason: "budget" },
    ]);
    const odd = [0.5, -1, Number.NaN, Infinity].map((count) => ({ person: `${count}`, dots: given({ a: count }) }));
    const counted = countDots(["a", "b"], [...odd, ...ballots], { cap: 3, budget: 3 });
    expect(counted.refused.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => "not-whole"));
    expect(counted).toMatchObject({ voters: 2, winners: ["a"] });
  });

  it("[M60, M77] without a dot win nothing, and those that tie share a place", () => {
    expect(countDots(["a", "b"], [])).toMatchObject({ ranking: [["a", "b"]], winners: [], voters: 0 });
    expect(countDots([], ballots)).toMatchObject({ ranking: [], winners: [], voters: 2 });
    const tied = [{ person: "ada", dots: given({ b: 1, a: 1, gone: 9 }) }];
    expect(countDots(["a", "b"], tied)).toMatchObject({ ranking: [["a", "b"]], winners: ["a", "b"] });
  });
});

describe("quadratic votes", () => {
  it("[M63] cost the sum of their squares, for or against, and add up signed", () => {
    // the example of Lalley and Weyl's rule in numbers: n votes cost n²
    const ballots = [
      { votes: given({ T: 10 }), voters: 3 },
      { votes: given({ A: 5, B: -5, C: 5, D: 5 }), voters: 7 },
    ];
    expect(countQuadratic(ballots, 100, ["Z"])).toEqual({
      totals: new Map([
        ["Z", 0],
        ["T", 30],
        ["A", 35],
        ["B", -35],
        ["C", 35],
        ["D", 35],
      ]),
      ranking: [["A", "C", "D"], ["T"], ["Z"], ["B"]],
      cost: [100, 100],
      refused: [],
      voters: 10,
    });
  });

  it("[M63] of a ballot that takes more than the credits, or isn't whole, are not counted", () => {
    const ballots = [
      { votes: given({ a: 3, b: 1 }), voters: 1 },
      { votes: given({ a: 3, b: 2 }), voters: 1 },
      { votes: given({ a: 0.5 }), voters: 1 },
    ];
    const { totals, cost, refused, voters } = countQuadratic(ballots, 10);
    expect({ totals: [...totals], cost, refused, voters }).toEqual({
      totals: [
        ["a", 3],
        ["b", 1],
      ],
      cost: [10, 13, 0.25],
      refused: [1, 2],
      voters: 1,
    });
    expect(countQuadratic([], 10)).toEqual({ totals: new Map(), ranking: [], cost: [], refused: [], voters: 0 });
  });
});

describe("consent", () => {
  const yes = { person: "ada", answer: "yes" } as const;
  const reserve = { person: "bob", answer: "yes-with-reserve", text: " costs time " } as const;

  it("[M71] holds while nobody objects; a reserve is kept beside its yes", () => {
    expect(readConsent([yes, reserve])).toEqual({
      outcome: "consent",
      voters: 2,
      yes: 1,
      reserves: 1,
      objections: 0,
      objectionTexts: [],
      reserveTexts: ["costs time"],
      textsMissing: 0,
    });
    expect(readConsent([]).outcome).toBe("open");
  });

  it("[M71] is blocked by one objection, whose text is asked for when it is missing", () => {
    const objection = { person: "cyd", answer: "objection" } as const;
    expect(readConsent([yes, reserve, objection])).toMatchObject({
      outcome: "blocked",
      objections: 1,
      textsMissing: 1,
    });
    expect(readConsent([yes, { ...objection, text: "unsafe" }])).toMatchObject({
      outcome: "blocked",
      objectionTexts: ["unsafe"],
      textsMissing: 0,
    });
  });

  it("[M71] takes the strictest answer of a person, and hangs on no order of papers", () => {
    const paper = fc.record({
      person: fc.constantFrom("ada", "bob", "cyd"),
      answer: fc.constantFrom("yes" as const, "yes-with-reserve" as const, "objection" as const),
      text: fc.constantFrom("", "unsafe", "late"),
    });
    fc.assert(
      fc.property(fc.array(paper), (papers) => {
        const read = readConsent(papers);
        expect(readConsent(papers.toReversed())).toEqual(read);
        expect(read.outcome === "blocked").toBe(papers.some(({ answer }) => answer === "objection"));
      }),
    );
  });
});
