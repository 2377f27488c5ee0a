import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeByMajority, writeMajorityValue } from "./index.ts";

const SCALE = ["reject", "poor", "fair", "good", "excellent"];

/** Numbers by grade, worst first. */
type Tally = readonly number[];
const judge = (tallies: Readonly<Record<string, Tally>>, tieBreak: "removal" | "gauge" = "removal") =>
  judgeByMajority({
    scale: SCALE,
    tieBreak,
    tallies: new Map(
      Object.entries(tallies).map(([option, tally]) => [
        option,
        new Map(tally.map((number, grade) => [SCALE[grade] ?? "", number])),
      ]),
    ),
  });

/** Takes the lower middle grade out of a list, again and again, as the book tells it. */
function removeOneByOne(tally: Tally): readonly number[] {
  const left = tally.flatMap((number, grade) => Array.from({ length: number }, () => grade));
  const value: number[] = [];
  while (left.length > 0) value.push(...left.splice(Math.ceil(left.length / 2) - 1, 1));
  return value;
}

const compareByHand = (a: Tally, b: Tally): number => {
  const other = removeOneByOne(b);
  return (
    removeOneByOne(a)
      .map((grade, place) => Math.sign(grade - (other[place] ?? 0)))
      .find((sign) => sign !== 0) ?? 0
  );
};

const tallyOf = (voters: number) =>
  fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: voters, maxLength: voters })
    .map((grades) => SCALE.map((_, grade) => grades.filter((given) => given === grade).length));
const electorate = fc
  .integer({ min: 1, max: 12 })
  .chain((voters) => fc.record({ a: tallyOf(voters), b: tallyOf(voters) }));
const times = (factor: number) => (tally: Tally) => tally.map((number) => number * factor);

describe("majority judgment", () => {
  it("[M61] takes the median grade, the lower middle one of an even number", () => {
    const { options } = judge({ odd: [1, 0, 1, 0, 1], even: [0, 1, 0, 0, 1], one: [0, 0, 0, 1, 0] });
    expect([...options.values()].map(({ grade }) => grade)).toEqual(["fair", "poor", "good"]);
  });

  it("[M61] writes an option's grades in the order of removal", () => {
    // Balinski and Laraki 2011, §1.5: 7 9 9 11 11 has the majority value 9 9 11 7 11
    expect(writeMajorityValue([1, 0, 2, 0, 2])).toEqual([2, 2, 4, 0, 4]);
    expect(writeMajorityValue([])).toEqual([]);
    expect(writeMajorityValue([0.5, 0.5])).toBeUndefined();
    expect(writeMajorityValue([1e9])).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }).chain(tallyOf), (tally) => {
        expect(writeMajorityValue(tally)).toEqual(removeOneByOne(tally));
      }),
    );
  });

  it("[M61] parts equal majority grades by removing one from each, as done by hand on a list", () => {
    fc.assert(
      fc.property(electorate, ({ a, b }) => {
        const sign = compareByHand(a, b);
        expect(judge({ a, b }).winners).toEqual(sign === 0 ? ["a", "b"] : sign > 0 ? ["a"] : ["b"]);
      }),
      { numRuns: 500 },
    );
  });

  it("[M61] by the gauge lets + win over -, the larger share above among +, the smaller below among -", () => {
    // all have `fair`: a 3 above and 2 below (+3), b 2 and 3 (-3), c 4 and 3 (+4), d 2 and 2 (-2)
    const tallies = { a: [0, 2, 5, 3, 0], b: [3, 0, 5, 2, 0], c: [0, 3, 3, 0, 4], d: [2, 0, 6, 1, 1] };
    const { ranking, options } = judge(tallies, "gauge");
    expect(ranking).toEqual([["c"], ["a"], ["d"], ["b"]]);
    expect(options.get("a")).toEqual({ numbers: [0, 2, 5, 3, 0], grade: "fair", above: 3, below: 2, sign: "+" });
    expect(options.get("d")).toMatchObject({ above: 2, below: 2, sign: "-" });
  });

  it("[M62] counts a missing grade as the worst", () => {
    const tallies = new Map([["a", new Map([["good", 2]])]]);
    const read = (ungraded: number) =>
      judgeByMajority({ scale: SCALE, tallies, ungraded: new Map([["a", ungraded]]), tieBreak: "removal" });
    expect(read(1).options.get("a")).toMatchObject({ grade: "good", numbers: [1, 0, 0, 2, 0] });
    expect(read(2).options.get("a")).toMatchObject({ grade: "reject", above: 2 });
  });

  it("[M62] multiplies different numbers of grades to equal ones before it compares", () => {
    fc.assert(
      fc.property(tallyOf(3), tallyOf(5), (a, b) => {
        const sign = compareByHand(times(5)(a), times(3)(b));
        expect(judge({ a, b }).winners).toEqual(sign === 0 ? ["a", "b"] : sign > 0 ? ["a"] : ["b"]);
      }),
      { numRuns: 500 },
    );
  });

  it("[M62] judges shares and the largest numbers as it judges small ones", () => {
    fc.assert(
      fc.property(electorate, fc.constantFrom("removal" as const, "gauge" as const), ({ a, b }, tieBreak) => {
        const { ranking } = judge({ a, b }, tieBreak);
        const voters = a.reduce((sum, number) => sum + number, 0);
        for (const factor of [2, 3, 1e9, 1 / voters, 100 / voters, 1e15])
          expect(judge({ a: times(factor)(a), b: times(factor)(b) }, tieBreak).ranking).toEqual(ranking);
        // unequal totals too large for a common multiple
        expect(judge({ a: times(1e12 + 39)(a), b: times(1e12 + 61)(b) }, tieBreak).ranking).toEqual(ranking);
      }),
    );
  });

  it("[M62] sees one vote in forty-five millions", () => {
    const many = [0, 15_000_000, 15_000_001, 15_000_000, 0];
    expect(judge({ a: many, b: [0, 15_000_001, 15_000_001, 14_999_999, 0] }).winners).toEqual(["a"]);
    expect(judge({ a: many, b: many }).winners).toEqual(["a", "b"]);
  });

  it("[M77] without a grade has no winner, and an option that nobody judged comes last", () => {
    expect(judge({})).toEqual({ options: new Map(), ranking: [], winners: [] });
    const none = judge({ a: [], b: [0, 0, 0, 0, 0] });
    expect(none).toMatchObject({ ranking: [["a", "b"]], winners: [] });
    expect(none.options.get("a")).toEqual({
      numbers: [0, 0, 0, 0, 0],
      grade: undefined,
      above: 0,
      below: 0,
      sign: "-",
    });
    for (const tieBreak of ["removal", "gauge"] as const)
      expect(judge({ a: [], b: [1, 0, 0, 0, 0] }, tieBreak)).toMatchObject({ ranking: [["b"], ["a"]], winners: ["b"] });
    expect(judge({ a: [Number.NaN, -3, 0, 1, 0] }).options.get("a")?.numbers).toEqual([0, 0, 0, 1, 0]);
  });
});
