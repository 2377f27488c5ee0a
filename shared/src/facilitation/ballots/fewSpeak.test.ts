import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, type Ballot, type CardId, type Paper, type Tally } from "../../terms/index.ts";
import { tallyBallot } from "./tallyBallot.ts";
import { whyNoPaper } from "./whyNoPaper.ts";

const [a, b, c, d] = [newCardId(), newCardId(), newCardId(), newCardId()];
type Asked = Pick<Ballot, "method" | "options" | "settings">;
const asking = (method: Ballot["method"], cards: readonly CardId[] = [a, b, c, d]): Asked => ({
  method,
  settings: {},
  options: cards.map((on) => ({ on, title: "" })),
});
/** So many of each paper. */
const cast = (ballot: Asked, papers: readonly (readonly [number, Paper])[]): Tally => {
  const all = papers.flatMap(([count, paper]) => Array.from({ length: count }, () => paper));
  expect(all.filter((paper) => whyNoPaper(ballot, paper) !== undefined)).toEqual([]);
  return tallyBallot(ballot, all, { of: 30, at: 7, receipts: [] });
};
/** What is told once in one way and once in another, where places are the same. */
const sameIfPlaced = (ballot: Asked, one: readonly Paper[], other: readonly Paper[]): void => {
  const [first, second] = [one, other].map((papers) =>
    cast(
      ballot,
      papers.map((paper) => [1, paper] as const),
    ),
  );
  const places = (tally: Tally | undefined) =>
    ballot.options.map(({ on }) => [tally?.perOption[on]?.rank, tally?.perOption[on]?.isTied]);
  fc.pre(JSON.stringify(places(first)) === JSON.stringify(places(second)));
  expect(first).toEqual(second);
};

describe("an option that few speak of", () => {
  it("[V16] what few say of an option in their orders moves no figure of the others", () => {
    const ballot = asking("ranked");
    const order = fc.shuffledSubarray([a, b, d], { minLength: 1 });
    const orders = fc.array(fc.tuple(order, fc.nat(3), fc.nat(3)), { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 4 }), (all, few) => {
        const said = (version: 1 | 2) =>
          all.map((each, person): Paper => {
            const tiers = each[0].map((card) => [card]);
            return { method: "ranked", tiers: person < few ? tiers.toSpliced(each[version], 0, [c]) : tiers };
          });
        sameIfPlaced(ballot, said(1), said(2));
      }),
      { numRuns: 60 },
    );
    // an untold option's first places and points are not what those of the others leave
    const told = cast(ballot, [
      [5, { method: "ranked", tiers: [[a], [b], [d]] }],
      [1, { method: "ranked", tiers: [[c], [a], [b], [d]] }],
    ]);
    expect(told.perOption[a]).toEqual({ n: 6, beaten: 3, firsts: 6, points: 18, rank: 1, isTied: false });
    expect(told).toMatchObject({ condorcet: a, agreement: { name: "W", value: 1 } });
    // four of seven name it: what wins against each other one is not sure without what they say
    const unsure = cast(ballot, [
      [3, { method: "ranked", tiers: [[a], [b], [d]] }],
      [4, { method: "ranked", tiers: [[a], [c], [b], [d]] }],
    ]);
    expect(unsure).toMatchObject({ winners: [a] });
    expect(unsure.condorcet).toBeUndefined();
  });

  it("[V16] what few say of an option in their comparisons moves no figure of the others", () => {
    const ballot = asking("pairwise");
    type Answer = Extract<Paper, { readonly method: "pairwise" }>["answers"][number];
    const about = (one: typeof a, other: typeof a): fc.Arbitrary<Answer> =>
      fc.constantFrom<Answer>({ winner: one, loser: other }, { winner: other, loser: one }, { equal: [one, other] });
    const answers = fc.tuple(about(a, b), about(b, d), about(a, d));
    const ofC = fc.tuple(about(a, c), about(c, b));
    const papers = fc.array(fc.tuple(answers, ofC, ofC), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(papers, fc.integer({ min: 1, max: 4 }), (all, few) => {
        const said = (version: 1 | 2) =>
          all.map((each, person): Paper => ({
            method: "pairwise",
            answers: person < few ? [...each[0], ...each[version]] : each[0],
          }));
        sameIfPlaced(ballot, said(1), said(2));
      }),
      { numRuns: 60 },
    );
  });

  it("[V16] of what most compared with what few spoke of only its place is told", () => {
    const tally = cast(asking("pairwise", [a, b, c]), [
      [4, { method: "pairwise", answers: [{ winner: b, loser: c }] }],
      [2, { method: "pairwise", answers: [{ winner: a, loser: b }] }],
    ]);
    // six spoke of it, of whom two of anything that could be told
    expect(tally.perOption).toEqual({
      [a]: { n: 2, rank: 1, isTied: false },
      [b]: { n: 6, rank: 2, isTied: false },
      [c]: { n: 4, rank: 3, isTied: false },
    });
  });
});
