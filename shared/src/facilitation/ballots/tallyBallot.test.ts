import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRanked } from "../../analysis/voting/index.ts";
import { newCardId, newLinkId, tallySchema, type Ballot, type Paper, type Tally } from "../../terms/index.ts";
import { tallyBallot } from "./tallyBallot.ts";
import { whyNoPaper } from "./whyNoPaper.ts";

const [a, b, c] = [newCardId(), newCardId(), newCardId()];
const [one, two] = [newLinkId(), newLinkId()];
const about = { of: 30, at: 7, receipts: [] };
type Asked = Pick<Ballot, "method" | "options" | "settings">;
const asking = (method: Ballot["method"], settings: Ballot["settings"] = {}): Asked => ({
  method,
  settings,
  options: (method === "links" ? [one, two] : [a, b, c]).map((on) => ({ on, title: "" })),
});
/** So many of each paper. */
const cast = (ballot: Asked, papers: readonly (readonly [number, Paper])[]): Tally => {
  const all = papers.flatMap(([count, paper]) => Array.from({ length: count }, () => paper));
  expect(all.filter((paper) => whyNoPaper(ballot, paper) !== undefined)).toEqual([]);
  const tally = tallyBallot(ballot, all, about);
  // it goes through documents and files as it is
  expect(tallySchema.parse(JSON.parse(JSON.stringify(tally)))).toEqual(tally);
  return tally;
};

describe("tallyBallot", () => {
  it("[V16] dots are added up, and those that tie share a rank; from how many people is told from five on", () => {
    const tally = cast(asking("dots", { budget: 8 }), [
      [4, { method: "dots", dots: { [a]: 3, [b]: 1 } }],
      [1, { method: "dots", dots: { [b]: 8 } }],
    ]);
    expect(tally).toMatchObject({ n: 5, of: 30, abstentions: 25, winners: [a, b], ties: [[a, b]] });
    expect(tally.perOption).toEqual({
      [a]: { dots: 12, rank: 1, isTied: true },
      [b]: { n: 5, dots: 12, largestShare: 2 / 3, rank: 1, isTied: true },
      [c]: { n: 0, dots: 0, rank: 3, isTied: false },
    });
  });

  it("[V16] dots are no rankings: what nobody gave one is not what people are of one mind about", () => {
    const many = Array.from({ length: 10 }, newCardId);
    const ballot: Asked = { method: "dots", settings: { budget: 3 }, options: many.map((on) => ({ on, title: "" })) };
    const [one = a, other = b] = many;
    const split = cast(ballot, [
      [5, { method: "dots", dots: { [one]: 3 } }],
      [5, { method: "dots", dots: { [other]: 3 } }],
    ]);
    expect(split).toMatchObject({ n: 10, winners: [one, other] });
    expect(split.agreement).toBeUndefined();
  });

  it("[V16] judgment counts who gave no grade with the worst, and says how far grades lie apart", () => {
    const tally = cast(asking("judgment", { grades: 5 }), [
      [3, { method: "judgment", grades: { [a]: 4, [b]: 2 } }],
      [3, { method: "judgment", grades: { [a]: 0, [b]: 2, [c]: 1 } }],
    ]);
    expect(tally.winners).toEqual([b]);
    expect(tally.perOption[a]).toMatchObject({
      n: 6,
      numbers: [3, 0, 0, 0, 3],
      grade: 0,
      consensus: 0,
      isPolarised: true,
    });
    expect(tally.perOption[b]).toMatchObject({ n: 6, grade: 2, consensus: 1, isPolarised: false });
    // of the three who graded it only its place is told
    expect(tally.perOption[c]).toEqual({ n: 3, rank: 3, isTied: false });
    expect(tally.agreement?.name).toBe("alpha");
  });

  it("[V16] how far grades agree is not told from options that fewer than five grade", () => {
    const papers = (grade: number): readonly (readonly [number, Paper])[] => [
      [4, { method: "judgment", grades: { [a]: 2, [b]: 3 } }],
      [1, { method: "judgment", grades: { [a]: 1, [c]: grade } }],
      [1, { method: "judgment", grades: { [a]: 1, [c]: 0 } }],
    ];
    const agreement = (grade: number) => cast(asking("judgment", { grades: 5 }), papers(grade)).agreement;
    // the two who grade c are of one mind or at the ends of the scale: nobody learns which
    expect(agreement(0)).toEqual(agreement(4));
  });

  it("[V16] ranked papers say who beats whom, and when nobody beats all", () => {
    const cycle = cast(asking("ranked"), [
      [2, { method: "ranked", tiers: [[a], [b], [c]] }],
      [2, { method: "ranked", tiers: [[b], [c], [a]] }],
      [2, { method: "ranked", tiers: [[c], [a], [b]] }],
    ]);
    expect(cycle).toMatchObject({
      winners: [a, b, c],
      ties: [[a, b, c]],
      agreement: { name: "W", value: 0, word: "very-weak" },
    });
    expect(cycle.condorcet).toBeUndefined();
    const clear = cast(asking("ranked"), [[5, { method: "ranked", tiers: [[b], [a, c]] }]]);
    expect(clear).toMatchObject({
      winners: [b],
      condorcet: b,
      pairs: [
        [0, 0, 0],
        [5, 0, 5],
        [0, 0, 0],
      ],
    });
    expect(clear.perOption[b]).toEqual({ n: 5, beaten: 2, firsts: 5, points: 15, rank: 1, isTied: false });
  });

  it("[V68] who ties for the first place has the first rank, whatever the method", () => {
    // C is level with each of the others, and nobody beats it
    const tally = cast(asking("ranked"), [
      [5, { method: "ranked", tiers: [[a], [b], [c]] }],
      [5, { method: "ranked", tiers: [[c]] }],
    ]);
    expect(tally.winners).toEqual([a, c]);
    expect(tally.ties).toEqual([[a, c]]);
    expect(tally.perOption[a]).toMatchObject({ rank: 1, isTied: true, beaten: 1 });
    expect(tally.perOption[c]).toMatchObject({ rank: 1, isTied: true, beaten: 0 });
    expect(tally.perOption[b]).toMatchObject({ rank: 3, isTied: false, beaten: 0 });
  });

  it("[V69] that two ways of counting orders differ is said where it is known, not where there were too many ties to try", () => {
    const many = Array.from({ length: 10 }, newCardId);
    const ballot: Asked = { method: "ranked", settings: {}, options: many.map((on) => ({ on, title: "" })) };
    const orderedBy = (places: string): Paper => ({
      method: "ranked",
      tiers: places.split("").map((place) => [many[Number(place)] ?? a]),
    });
    // six people, and so many victories of four to two that their orders can't all be tried
    const orders = ["8436712590", "3827459160", "9320681754", "0218596437", "9086453217", "8624705319"];
    const names = many.map(String);
    const counted = countRanked(
      names,
      orders.map((places) => ({ ranking: places.split("").map((place) => [names[Number(place)] ?? ""]), voters: 1 })),
    );
    expect(counted.rankedPairs.outcomes).toBeUndefined();
    expect(counted.rankedPairs.winners).not.toEqual(counted.schulze.winners);
    expect(
      cast(
        ballot,
        orders.map((places) => [1, orderedBy(places)] as const),
      ).isContested,
    ).toBeUndefined();
  });

  it("[V16] of what few ranked only its place is told, and in no table; how far orders agree where each is of all", () => {
    const few = cast(asking("ranked"), [
      [5, { method: "ranked", tiers: [[a], [b]] }],
      [1, { method: "ranked", tiers: [[c], [a], [b]] }],
    ]);
    expect(few.perOption[c]).toEqual({ n: 1, rank: 3, isTied: false });
    expect(few.pairs).toEqual([
      [0, 6, null],
      [0, 0, null],
      [null, null, null],
    ]);
    // one that is left out alone stands last, so these are orders of all three
    const enough = cast(asking("ranked"), [
      [5, { method: "ranked", tiers: [[a], [b]] }],
      [5, { method: "ranked", tiers: [[c], [a], [b]] }],
    ]);
    expect(enough.agreement?.name).toBe("W");
    const many = [a, b, c, ...Array.from({ length: 7 }, newCardId)];
    const ballot: Asked = { method: "ranked", settings: {}, options: many.map((on) => ({ on, title: "" })) };
    const split = cast(ballot, [
      [5, { method: "ranked", tiers: [[a]] }],
      [5, { method: "ranked", tiers: [[b]] }],
    ]);
    expect(split.winners).toEqual([a, b]);
    expect(split.agreement).toBeUndefined();
  });

  it("[V16] of what few compared only its place is told, and how far orders agree where everybody compared all", () => {
    const all: Paper = {
      method: "pairwise",
      answers: [
        { winner: a, loser: b },
        { winner: b, loser: c },
        { winner: a, loser: c },
      ],
    };
    const some: Paper = { method: "pairwise", answers: [{ winner: b, loser: a }] };
    const mixed = cast(asking("pairwise"), [
      [4, all],
      [3, some],
    ]);
    expect(mixed.perOption[a]).toMatchObject({ n: 7, wins: 4, losses: 3 });
    expect(mixed.perOption[c]).toEqual({ n: 4, rank: 3, isTied: false });
    expect(mixed.agreement).toBeUndefined();
    expect(cast(asking("pairwise"), [[5, all]]).agreement).toEqual({
      name: "W",
      value: 1,
      word: "unusually-strong",
    });
  });

  it("[V16] comparisons give strengths, also of what never lost and of what nobody was asked about", () => {
    const tally = cast(asking("pairwise"), [
      [4, { method: "pairwise", answers: [{ winner: a, loser: b }] }],
      [1, { method: "pairwise", answers: [{ equal: [a, b] }] }],
    ]);
    expect(tally.winners).toEqual([a]);
    expect(tally.perOption[a]).toMatchObject({ n: 5, wins: 4, losses: 0, equals: 1, rank: 1 });
    expect(tally.perOption[c]).toEqual({ n: 0 });
  });

  it("[V70] what nobody was asked about has no place among comparisons, and never wins", () => {
    const tally = cast(asking("pairwise"), [
      [3, { method: "pairwise", answers: [{ winner: a, loser: b }] }],
      [3, { method: "pairwise", answers: [{ winner: b, loser: a }] }],
    ]);
    expect(tally).toMatchObject({ winners: [a, b], ties: [[a, b]] });
    expect(tally.perOption[c]).toEqual({ n: 0 });
  });

  it("[V16] importance and satisfaction give what is worth the effort; Kano's classes come with twenty answers", () => {
    const rating = cast(asking("rating", { rating: "importance" }), [
      [
        9,
        {
          method: "rating",
          ratings: { [a]: { importance: 5, satisfaction: 1 }, [b]: { importance: 2, satisfaction: 4 } },
        },
      ],
      [1, { method: "rating", ratings: { [a]: { importance: 1, satisfaction: 5 }, [c]: { importance: 5 } } }],
    ]);
    expect(rating.perOption[a]).toMatchObject({ n: 10, importance: 9, satisfaction: 1, opportunity: 17, rank: 1 });
    expect(rating.perOption[c]).toEqual({ n: 1 });
    const kano = (n: number) =>
      cast(asking("rating", { rating: "kano" }), [
        [n, { method: "rating", ratings: { [a]: { present: "must-be", absent: "dislike" } } }],
      ]);
    expect(kano(19).perOption[a]).toEqual({ n: 19, kano: { M: 19, O: 0, A: 0, I: 0, R: 0, Q: 0 } });
    expect(kano(20).perOption[a]).toMatchObject({ kanoClass: "M", isSettled: true, better: 0, worse: -1 });
    expect(kano(20).winners).toEqual([]);
  });

  it("[V16] consent holds where nobody objects; why somebody does comes without a name", () => {
    const tally = cast(asking("consent"), [
      [4, { method: "consent", answers: { [a]: { say: "yes" }, [b]: { say: "yes" } } }],
      [
        1,
        {
          method: "consent",
          answers: {
            [a]: { say: "reserve", reason: "z" },
            [b]: { say: "objection", reason: "too dear" },
            [c]: { say: "objection", reason: "me" },
          },
        },
      ],
    ]);
    expect(tally.winners).toEqual([a]);
    expect(tally.perOption[b]).toMatchObject({ n: 5, yes: 4, reserve: 0, objection: 1, rank: 2 });
    // one person alone spoke of it
    expect(tally.perOption[c]).toEqual({ n: 1 });
    expect(tally.reasons).toEqual([
      { on: a, say: "reserve", text: "z" },
      { on: b, say: "objection", text: "too dear" },
    ]);
  });

  it("[V16] links get the group's median and spread, signs included", () => {
    const tally = cast(asking("links"), [
      [
        3,
        {
          method: "links",
          answers: { [one]: { polarity: "+", strength: 3 }, [two]: { polarity: "none", strength: 1 } },
        },
      ],
      [2, { method: "links", answers: { [one]: { polarity: "-", strength: 1 } } }],
    ]);
    expect(tally.perOption[one]).toMatchObject({ n: 5, median: 3, low: -1, high: 3, plus: 3, minus: 2, none: 0 });
    expect(tally.perOption[two]).toEqual({ n: 3 });
    expect(tally.winners).toEqual([]);
  });

  it("[V17] opinion groups are told with fifteen people, five in each, and never by what they leave of the rest", () => {
    const cards = Array.from({ length: 8 }, newCardId);
    const ballot: Asked = { method: "agreement", settings: {}, options: cards.map((on) => ({ on, title: "" })) };
    const voting = (sign: 1 | -1): Paper => ({
      method: "agreement",
      answers: Object.fromEntries(cards.map((card, index) => [card, index < 4 ? sign : 1])),
    });
    expect(
      cast(ballot, [
        [7, voting(1)],
        [7, voting(-1)],
      ]).groups,
    ).toBeUndefined();
    const tally = cast(ballot, [
      [9, voting(1)],
      [7, voting(-1)],
    ]);
    expect(tally.groups?.map(({ size }) => size)).toEqual([9, 7]);
    const [divisive, uniting] = [tally.perOption[cards[0] ?? a], tally.perOption[cards[7] ?? a]];
    expect(divisive?.groups).toEqual([
      { agree: 9, disagree: 0, pass: 0 },
      { agree: 0, disagree: 7, pass: 0 },
    ]);
    expect(divisive?.divides).toBeGreaterThan(uniting?.divides ?? 1);
    expect(uniting?.unites).toBeGreaterThan(divisive?.unites ?? 1);
    // two more who stand for themselves: all less the groups would tell them
    const odd: Paper = { method: "agreement", answers: { [cards[0] ?? a]: 0 } };
    const guarded = cast(ballot, [
      [9, voting(1)],
      [7, voting(-1)],
      [2, odd],
    ]);
    const told = guarded.groups?.reduce((sum, { size }) => sum + size, 0) ?? 0;
    expect(guarded.n - told).toBeLessThan(5);
    if (guarded.n > told) expect(Object.values(guarded.perOption).some((option) => option?.groups)).toBe(false);
  });

  it("[V17] what unites and divides is not told where, with what all say, it would tell what few outside the groups say", () => {
    const cards = Array.from({ length: 8 }, newCardId);
    const ballot: Asked = { method: "agreement", settings: {}, options: cards.map((on) => ({ on, title: "" })) };
    const voting = (sign: 1 | -1): Paper => ({
      method: "agreement",
      answers: Object.fromEntries(cards.map((card, index) => [card, index < 4 ? sign : 1])),
    });
    const [asked = a, other = b] = cards;
    const besides = (vote: 1 | -1) =>
      cast(ballot, [
        [9, voting(1)],
        [7, voting(-1)],
        [1, { method: "agreement", answers: { [asked]: vote } }],
      ]);
    const figures = ({ groups, perOption }: Tally) => ({
      groups,
      byOption: cards.map((card) => {
        const { unites, divides, groups: votes } = perOption[card] ?? {};
        return { unites, divides, votes };
      }),
    });
    const [tally, against] = [besides(1), besides(-1)];
    expect(tally.groups?.map(({ size }) => size)).toEqual([9, 7]);
    expect([tally.perOption[asked]?.agree, against.perOption[asked]?.agree]).toEqual([10, 9]);
    expect(figures(tally).byOption[0]).toEqual({ unites: undefined, divides: undefined, votes: undefined });
    // of what they left out nothing can be told of them
    expect(tally.perOption[other]?.divides).toBeGreaterThan(0.5);
    expect(figures(tally)).toEqual(figures(against));
  });

  it("[V17] what few of a group say of an option is not told of that group", () => {
    const cards = Array.from({ length: 13 }, newCardId);
    const ballot: Asked = { method: "agreement", settings: {}, options: cards.map((on) => ({ on, title: "" })) };
    const last = cards[12] ?? a;
    // each leaves out another card, so that nobody is quite like anybody else
    const voting = (sign: 1 | -1, person: number, more: Readonly<Record<string, 1>>): Paper => ({
      method: "agreement",
      answers: {
        ...Object.fromEntries(cards.slice(0, 12).flatMap((card, at) => (at === person ? [] : [[card, sign]]))),
        ...more,
      },
    });
    const tally = cast(
      ballot,
      Array.from({ length: 10 }, (_, person) => [
        [1, voting(1, person, person < 2 ? { [last]: 1 } : {})] as const,
        [1, voting(-1, person, { [last]: 1 })] as const,
      ]).flat(),
    );
    expect(tally.groups?.map(({ size }) => size)).toEqual([10, 10]);
    expect(tally.perOption[cards[0] ?? a]?.groups).toHaveLength(2);
    const { n, agree, groups, unites, divides } = tally.perOption[last] ?? {};
    expect({ n, agree, groups, unites, divides }).toEqual({ n: 12, agree: 12 });
  });

  it("[V18] the order of papers, and whose they are, changes no figure", () => {
    const vote = fc.constantFrom(1 as const, 0 as const, -1 as const);
    const papers: fc.Arbitrary<readonly Paper[]> = fc.oneof(
      fc.array(
        fc.record({ [a]: vote, [b]: vote, [c]: vote }).map((answers): Paper => ({ method: "agreement", answers })),
        { minLength: 5, maxLength: 25 },
      ),
      fc.array(
        fc
          .shuffledSubarray([a, b, c], { minLength: 1 })
          .map((order): Paper => ({ method: "ranked", tiers: order.map((card) => [card]) })),
        { minLength: 5, maxLength: 12 },
      ),
      fc.array(
        fc.record({ [a]: fc.nat(4), [b]: fc.nat(4) }).map((grades): Paper => ({ method: "judgment", grades })),
        { minLength: 5, maxLength: 12 },
      ),
    );
    const rounded = (tally: Tally) =>
      JSON.stringify(tally, (_, value: unknown) => (typeof value === "number" ? Math.round(value * 1e9) / 1e9 : value));
    fc.assert(
      fc.property(papers, fc.infiniteStream(fc.nat()), (given, keys) => {
        const ballot = asking(given[0]?.method ?? "ranked", { grades: 5 });
        const mixed = given
          .map((paper) => ({ paper, key: keys.next().value ?? 0 }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ paper }) => paper);
        expect(rounded(tallyBallot(ballot, mixed, about))).toBe(rounded(tallyBallot(ballot, given, about)));
      }),
      { numRuns: 150 },
    );
  });

  it("[V18] two camps of one size keep their order, whoever came first", () => {
    const vote = fc.constantFrom(1 as const, 0 as const, -1 as const);
    const row = fc.tuple(vote, vote, vote);
    fc.assert(
      fc.property(row, row, fc.integer({ min: 8, max: 12 }), fc.infiniteStream(fc.nat()), (one, other, half, keys) => {
        const papers = [one, other].flatMap(([ofA, ofB, ofC]) =>
          Array.from({ length: half }, (): Paper => ({
            method: "agreement",
            answers: { [a]: ofA, [b]: ofB, [c]: ofC },
          })),
        );
        const mixed = papers
          .map((paper) => ({ paper, key: keys.next().value ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ paper }) => paper);
        const groupsOf = (given: readonly Paper[]) => tallyBallot(asking("agreement"), given, about).groups;
        expect(groupsOf(mixed)).toEqual(groupsOf(papers));
      }),
      { numRuns: 300 },
    );
  });

  it("[V11] of fewer than five papers nothing is told, whatever the method", () => {
    const few: Paper[] = [1, 1, -1, 1].map((vote) => ({ method: "agreement", answers: { [a]: vote as 1 | -1 } }));
    expect(tallyBallot(asking("agreement"), few, { ...about, receipts: ["b", "a"] })).toEqual({
      method: "agreement",
      publishedAt: 7,
      n: 4,
      of: 30,
      abstentions: 26,
      isHeldBack: true,
      perOption: {},
      winners: [],
      ties: [],
      receipts: ["a", "b"],
    });
  });
});
