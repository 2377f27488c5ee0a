import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRanked, findKemenyScore, runInstantRunoff, type RankedBallot } from "./index.ts";

/** `5 ABC` is five voters of A before B before C; `A=B` tie. */
const ballotsOf = (...lines: readonly string[]): readonly RankedBallot[] =>
  lines.map((line) => {
    const [voters = "", order = ""] = line.split(" ");
    const ranking = order.match(/.(?:=.)*/g)?.map((place) => place.split("=")) ?? [];
    return { voters: Number(voters), ranking };
  });
const ABCDE = ["A", "B", "C", "D", "E"];

/** Schulze 2011, example 1 (45 voters). */
const FORTY_FIVE = ballotsOf("5 ACBED", "5 ADECB", "8 BEDAC", "3 CABED", "7 CAEBD", "2 CBADE", "7 DCEBA", "8 EBADC");
const CIRCLE = ballotsOf("1 ABC", "1 BCA", "1 CAB");
/** Memphis, Nashville, Chattanooga, Knoxville: a well-known electorate of four cities. */
const CITIES = ballotsOf("42 MNCK", "26 NCKM", "15 CKNM", "17 KCNM");

const order = (size: number) => fc.shuffledSubarray(ABCDE.slice(0, size), { minLength: size, maxLength: size });
const election = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.record({
    options: fc.constant(ABCDE.slice(0, size)),
    ballots: fc.array(
      fc.record({
        ranking: order(size).map((list) => list.map((option) => [option])),
        voters: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 7 },
    ),
  }),
);
/** Ballots with ties and missing options. */
const looseElection = fc.record({
  options: fc.constant(ABCDE),
  ballots: fc.array(
    fc.record({
      ranking: fc
        .array(fc.tuple(fc.constantFrom(...ABCDE), fc.integer({ min: 0, max: 3 })), { maxLength: 6 })
        .map((pairs) => [0, 1, 2, 3].map((place) => pairs.filter(([, at]) => at === place).map(([option]) => option))),
      voters: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 6 },
  ),
});
const anyElection = fc.oneof(election, looseElection);
type Election = { readonly options: readonly string[]; readonly ballots: readonly RankedBallot[] };

/** Everything that is said of an election, in an order of its own. */
const wordsOf = ({ options, ballots }: Election) => {
  const { schulze, rankedPairs, plurality, borda, condorcetWinner, pairwise } = countRanked(options, ballots);
  const sorted = (ranking: readonly (readonly string[])[]) => ranking.map((place) => place.toSorted());
  return {
    schulze: [sorted(schulze.ranking), sorted(schulze.places), schulze.winners.toSorted()],
    rankedPairs: [sorted(rankedPairs.ranking), rankedPairs.winners.toSorted()],
    plurality: [sorted(plurality.ranking), plurality.winners.toSorted()],
    runoff: runInstantRunoff(options, ballots).winners.toSorted(),
    borda: [...borda].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    kemeny: findKemenyScore(pairwise),
    condorcetWinner,
  };
};

const permutations = (items: readonly string[]): readonly (readonly string[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));

describe("ranked ballots", () => {
  it("[M64] count how many prefer each option to each other one, and find the option that beats all", () => {
    const { pairwise, condorcetWinner, voters } = countRanked(["M", "N", "C", "K"], CITIES);
    expect(pairwise.rows()).toEqual([
      [0, 42, 42, 42],
      [58, 0, 68, 68],
      [58, 32, 0, 83],
      [58, 32, 17, 0],
    ]);
    expect({ condorcetWinner, voters }).toEqual({ condorcetWinner: "N", voters: 100 });
    expect(countRanked(["A", "B", "C"], CIRCLE).condorcetWinner).toBeUndefined();
    expect(countRanked(["A", "B"], ballotsOf("1 AB", "1 BA")).condorcetWinner).toBeUndefined();
  });

  it("[M65] are ordered by Schulze on strongest paths of winning votes", () => {
    const { schulze, strongestPaths } = countRanked(ABCDE, FORTY_FIVE);
    expect(strongestPaths.rows()).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    const ranking = [["E"], ["A"], ["C"], ["B"], ["D"]];
    expect(schulze).toEqual({ ranking, places: ranking, winners: ["E"] });
  });

  it("[M65] may leave several unbeaten, whom Schulze names all", () => {
    // Schulze 2011, example 4: B and D are unbeaten; D beats A and C, B beats C alone
    const { schulze } = countRanked(["A", "B", "C", "D"], ballotsOf("3 ABCD", "2 DABC", "2 DBCA", "2 CBDA"));
    expect(schulze.winners).toEqual(["B", "D"]);
  });

  it("[M65] all who are unbeaten share the first place, however few they beat", () => {
    // two orders of all, two people who name E alone: E is level with each other one, and beaten by none
    const { schulze } = countRanked(ABCDE, ballotsOf("2 DABCE", "2 E"));
    expect(schulze).toEqual({
      ranking: [["D"], ["A"], ["B"], ["C", "E"]],
      places: [["D", "E"], ["A"], ["B"], ["C"]],
      winners: ["D", "E"],
    });
    fc.assert(
      fc.property(anyElection, ({ options, ballots }) => {
        const { schulze: any, strongestPaths, voters } = countRanked(options, ballots);
        if (voters > 0) expect(any.places[0]).toEqual(any.winners);
        const placeOf = (option: string) => any.places.findIndex((place) => place.includes(option));
        // whoever beats another stands before it
        for (const [a, one] of options.entries())
          for (const [b, other] of options.entries())
            if (strongestPaths.at(a, b) > strongestPaths.at(b, a)) expect(placeOf(one)).toBeLessThan(placeOf(other));
      }),
    );
  });

  it("[M66] are ordered by ranked pairs, which may part from Schulze", () => {
    expect(countRanked(ABCDE, FORTY_FIVE).rankedPairs).toEqual({
      ranking: [["A"], ["C"], ["E"], ["B"], ["D"]],
      winners: ["A"],
      outcomes: 1,
    });
  });

  it("[M66] give every winner that some order of equal pairs gives, and prefer no order", () => {
    expect(countRanked(["A", "B", "C"], CIRCLE).rankedPairs).toEqual({
      ranking: [["A", "B", "C"]],
      winners: ["A", "B", "C"],
      outcomes: 3,
    });
    fc.assert(
      fc.property(election, ({ options, ballots }) => {
        const { rankedPairs, pairwise } = countRanked(options, ballots);
        // by hand: lock in the order of each permutation of the victories that puts stronger ones first
        const rows = pairwise.rows();
        const victories = options.flatMap((a, x) =>
          options.flatMap((b, y) =>
            (rows[x]?.[y] ?? 0) > (rows[y]?.[x] ?? 0) ? [{ a, b, votes: rows[x]?.[y] ?? 0 }] : [],
          ),
        );
        const strengths = [...new Set(victories.map(({ votes }) => votes))].toSorted((x, y) => y - x);
        const winners = new Set<string>();
        const lock = (locked: readonly (readonly [string, string])[], left: typeof victories, at: number): void => {
          const votes = strengths[at];
          if (votes === undefined) {
            if (ballots.length > 0)
              for (const option of options) if (!locked.some(([, loser]) => loser === option)) winners.add(option);
            return;
          }
          const now = left.filter((victory) => victory.votes === votes);
          if (now.length === 0) {
            lock(locked, left, at + 1);
            return;
          }
          for (const { a, b } of now) {
            const rest = left.filter((victory) => victory.a !== a || victory.b !== b);
            const reached = new Set([b]);
            for (const from of reached) for (const [x, y] of locked) if (x === from) reached.add(y);
            lock(reached.has(a) ? locked : [...locked, [a, b]], rest, at);
          }
        };
        // seven equal pairs are 5040 orders; more take too long by hand
        fc.pre(strengths.every((votes) => victories.filter((victory) => victory.votes === votes).length < 6));
        lock([], victories, 0);
        expect(rankedPairs.winners).toEqual(options.filter((option) => winners.has(option)));
      }),
    );
  });

  it("[M66] say when the orders are too many, and then leave out no possible winner", () => {
    // thirty options in one circle of equal pairs: each beats the fifteen behind it
    const options = Array.from({ length: 31 }, (_, index) => `o${index}`);
    const ballots = options.map((_, index) => ({
      voters: 1,
      ranking: [...options.slice(index), ...options.slice(0, index)].map((option) => [option]),
    }));
    const half = [...options.slice(0, 16), ...options.slice(16)];
    const { rankedPairs } = countRanked(options, [
      { voters: 1, ranking: half.map((option) => [option]) },
      { voters: 1, ranking: [...half.slice(10), ...half.slice(0, 10)].map((option) => [option]) },
      { voters: 1, ranking: [...half.slice(20), ...half.slice(0, 20)].map((option) => [option]) },
    ]);
    expect(rankedPairs.outcomes).toBeUndefined();
    expect(rankedPairs.winners).toEqual(expect.arrayContaining(["o0", "o10", "o20"]));
    expect(countRanked(options, ballots).rankedPairs.winners.length).toBeGreaterThan(0);
  });

  it("[M64, M65, M66] elect the option that beats every other one, whatever the method", () => {
    fc.assert(
      fc.property(anyElection, ({ options, ballots }) => {
        const { condorcetWinner, schulze, rankedPairs } = countRanked(options, ballots);
        fc.pre(condorcetWinner !== undefined);
        for (const { winners, ranking } of [schulze, rankedPairs]) {
          expect(winners).toEqual([condorcetWinner]);
          expect(ranking[0]).toEqual([condorcetWinner]);
        }
      }),
    );
  });

  it("[M67] drop the fewest first places in an instant runoff, until one has more than half", () => {
    expect(runInstantRunoff(["M", "N", "C", "K"], CITIES)).toEqual({ winners: ["K"], isComplete: true });
    // one order of dropping lets A win, the other C
    const tied = ballotsOf("3 AC", "2 BA", "2 CB");
    expect(runInstantRunoff(["A", "B", "C"], tied)).toEqual({ winners: ["A", "B"], isComplete: true });
    expect(runInstantRunoff(["A", "B"], ballotsOf("1 AB", "1 BA")).winners).toEqual(["A", "B"]);
  });

  it("[M67] drop together what ties where the orders are too many, and say so", () => {
    const options = Array.from({ length: 14 }, (_, index) => `o${index}`);
    const ballots = options.map((option, index) => ({
      voters: 1,
      ranking: [[option], [options[(index + 5) % 14] ?? ""], [options[(index + 3) % 14] ?? ""]],
    }));
    expect(runInstantRunoff(options, ballots)).toEqual({ winners: options, isComplete: false });
    const favoured = [...ballots, { voters: 1, ranking: [["o3"]] }];
    expect(runInstantRunoff(options, favoured)).toEqual({ winners: ["o3"], isComplete: false });
  });

  it("[M68] have Kemeny's score: the most pairwise agreements of any order", () => {
    expect(findKemenyScore(countRanked(["M", "N", "C", "K"], CITIES).pairwise)).toBe(393);
    fc.assert(
      fc.property(anyElection, ({ options, ballots }) => {
        const { pairwise } = countRanked(options, ballots);
        const places = new Map(options.map((option, index) => [option, index]));
        const scores = permutations(options).map((line) =>
          line.reduce(
            (sum, a, at) =>
              sum +
              line.slice(at + 1).reduce((more, b) => more + pairwise.at(places.get(a) ?? 0, places.get(b) ?? 0), 0),
            0,
          ),
        );
        expect(findKemenyScore(pairwise)).toBe(Math.max(...scores));
      }),
    );
  });

  it("[M68] have no Kemeny score where sixteen options beat each other in circles", () => {
    const options = Array.from({ length: 17 }, (_, index) => `o${index}`);
    const ballots = options.map((_, index) => ({
      voters: 1,
      ranking: [...options.slice(index), ...options.slice(0, index)].map((option) => [option]),
    }));
    expect(findKemenyScore(countRanked(options, ballots).pairwise)).toBeUndefined();
    // a line of any length is no knot
    expect(findKemenyScore(countRanked(options, ballots.slice(0, 1)).pairwise)).toBe((17 * 16) / 2);
  });

  it("[M68] give Borda's points: n for a first place, 1 for a last", () => {
    const { borda, plurality } = countRanked(["M", "N", "C", "K"], CITIES);
    expect(Object.fromEntries(borda)).toEqual({ M: 226, N: 294, C: 273, K: 207 });
    expect(plurality).toMatchObject({ winners: ["M"], ranking: [["M"], ["N"], ["K"], ["C"]] });
  });

  it("[M69] may tie options and leave some out: those stand together behind the named ones", () => {
    const { pairwise, borda, plurality } = countRanked(ABCDE, ballotsOf("2 A=BC", "1 D"));
    expect(pairwise.rows()).toEqual([
      [0, 0, 2, 2, 2],
      [0, 0, 2, 2, 2],
      [0, 0, 0, 2, 2],
      [1, 1, 1, 0, 1],
      [0, 0, 0, 0, 0],
    ]);
    // 2 × 4.5 + 2.5 …: places that are shared give their mean
    expect(Object.fromEntries(borda)).toEqual({ A: 11.5, B: 11.5, C: 8.5, D: 8, E: 5.5 });
    expect(Object.fromEntries(plurality.votes)).toEqual({ A: 1, B: 1, C: 0, D: 1, E: 0 });
    // an instant runoff counts no ballot any longer once all that it names are gone
    expect(runInstantRunoff(ABCDE, ballotsOf("4 A", "3 BC", "2 CB")).winners).toEqual(["B"]);
  });

  it("[M69] leave out what is no option, take the first place of one named twice, and skip ballots without voters", () => {
    const said = countRanked(
      ["A", "B"],
      [
        { voters: 1, ranking: [["X"], ["A"], [], ["B", "A"]] },
        ...[0, -1, Number.NaN, Infinity].map((voters) => ({ voters, ranking: [["B"], ["A"]] })),
      ],
    );
    expect(said).toMatchObject({ voters: 1, condorcetWinner: "A" });
    expect(said.borda).toEqual(countRanked(["A", "B"], ballotsOf("1 AB")).borda);
  });

  it("[M70] give the same under other names, in any order of ballots and options, and twice over", () => {
    const rename = (option: string) => `${ABCDE.length - ABCDE.indexOf(option)}`;
    fc.assert(
      fc.property(anyElection, ({ options, ballots }) => {
        const said = wordsOf({ options, ballots });
        expect(wordsOf({ options: options.toReversed(), ballots: ballots.toReversed() })).toEqual(said);
        const twice = wordsOf({
          options,
          ballots: ballots.map((ballot) => ({ ...ballot, voters: ballot.voters * 2 })),
        });
        for (const method of ["schulze", "rankedPairs", "plurality", "runoff", "condorcetWinner"] as const)
          expect(twice[method]).toEqual(said[method]);
        const renamed = countRanked(
          options.map(rename),
          ballots.map(({ voters, ranking }) => ({ voters, ranking: ranking.map((place) => place.map(rename)) })),
        );
        expect(renamed.schulze.winners.toSorted()).toEqual(
          countRanked(options, ballots).schulze.winners.map(rename).toSorted(),
        );
      }),
    );
  });

  it("[M77] without a vote have no winner and one place for all; one option wins with one vote", () => {
    const none = countRanked(["A", "B"], []);
    expect(none).toMatchObject({
      voters: 0,
      condorcetWinner: undefined,
      schulze: { ranking: [["A", "B"]], winners: [] },
      rankedPairs: { ranking: [["A", "B"]], winners: [], outcomes: 1 },
      plurality: { ranking: [["A", "B"]], winners: [] },
    });
    expect(runInstantRunoff(["A", "B"], [])).toEqual({ winners: [], isComplete: true });
    expect(runInstantRunoff([], [])).toEqual({ winners: [], isComplete: true });
    expect(findKemenyScore(none.pairwise)).toBe(0);
    expect(countRanked([], ballotsOf("1 A"))).toMatchObject({ schulze: { ranking: [], winners: [] } });
    const blank = countRanked(["A", "B"], [{ voters: 3, ranking: [] }]);
    expect(blank).toMatchObject({ voters: 3, schulze: { winners: ["A", "B"] }, condorcetWinner: undefined });
    expect(countRanked(["A"], ballotsOf("1 A"))).toMatchObject({
      condorcetWinner: "A",
      schulze: { winners: ["A"] },
      rankedPairs: { winners: ["A"] },
    });
  });
});
