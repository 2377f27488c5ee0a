import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../statistics/index.ts";
import { adjustedRandIndex, findOpinionGroups, type OpinionGroups, type Vote, type VoteTable } from "./index.ts";
import { matchColours } from "./matchColours.ts";

/** Camps that vote as their line says, each person off it now and then: one in `noise` votes is a pass, one in `noise` was not seen. */
function campsOf(sizes: readonly number[], lines: readonly (readonly Vote[])[], noise = 7): VoteTable {
  const random = createRandom(5);
  const votes = sizes.flatMap((size, camp) =>
    Array.from({ length: size }, () =>
      (lines[camp] ?? []).map((vote): Vote => {
        const drawn = random.integer(noise);
        return drawn === 0 ? 0 : drawn === 1 ? null : vote;
      }),
    ),
  );
  return { people: votes.map((_, at) => `person ${at}`), statements: (lines[0] ?? []).map((_, at) => `s${at}`), votes };
}
const LEFT: readonly Vote[] = [1, 1, 1, 1, -1, -1, -1, -1, 1, 1];
const RIGHT: readonly Vote[] = [-1, -1, -1, -1, 1, 1, 1, 1, 1, 1];
const THIRD: readonly Vote[] = [1, -1, 1, -1, 1, -1, 1, -1, -1, 1];

const permute = <T>(list: readonly T[], seed: number): readonly T[] => {
  const random = createRandom(seed);
  return list
    .map((value) => ({ value, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);
};
const colourIn = (found: OpinionGroups, table: VoteTable) =>
  table.people.map((person) => found.memory.colours.get(person) ?? "none");

describe("opinion groups", () => {
  it("[M93] are who votes alike, with what divides and what unites them", () => {
    const found = findOpinionGroups(campsOf([12, 8], [LEFT, RIGHT], 20));
    expect([found.outcome, found.placed, found.hidden]).toEqual(["groups", 20, 0]);
    expect(found.groups.map(({ colour, size, points }) => [colour, size, points.length])).toEqual([
      [0, 12, 12],
      [1, 8, 8],
    ]);
    const divides = found.statements.map(({ divide }) => (divide ?? 0) > 0.4);
    expect(divides).toEqual([true, true, true, true, true, true, true, true, false, false]);
    expect(found.consensusAgree.slice(0, 2).map(({ statement }) => statement)).toEqual([8, 9]);
    const unites = found.statements.map(({ consensus }) => (consensus ?? 0) > 0.4);
    expect(unites).toEqual([false, false, false, false, false, false, false, false, true, true]);
    // each statement's votes are those of its groups together, when nobody is hidden
    for (const { all, byGroup } of found.statements)
      expect(byGroup.reduce((sum, { agree }) => sum + agree, 0)).toBe(all.agree);
    expect(
      found.groups[1]?.representative.every(({ statement, side }) => RIGHT[statement] === (side === "agree" ? 1 : -1)),
    ).toBe(true);
  });

  it("[M91] place who has voted on seven statements, or on all when there are fewer", () => {
    const line = (count: number): readonly Vote[] => LEFT.map((vote, at) => (at < count ? vote : null));
    const table = (counts: readonly number[]): VoteTable => ({
      people: counts.map((_, at) => `p${at}`),
      statements: LEFT.map((_, at) => `s${at}`),
      votes: counts.map(line),
    });
    const placedOf = (counts: readonly number[]) => findOpinionGroups(table(counts)).placed;
    const twenty = Array.from({ length: 20 }, () => 7);
    expect(placedOf([...twenty, 6, 1, 0])).toBe(20);
    expect(placedOf([...twenty.slice(0, 13), 6, 5, 4, 0])).toBe(15);
    // who ties for the last place comes in too; who said nothing never
    expect(placedOf([...twenty.slice(0, 13), 6, 5, 5, 4])).toBe(16);
    expect(placedOf([7, 6, 0, 0])).toBe(2);
    const short: VoteTable = {
      people: ["a", "b"],
      statements: ["s", "t"],
      votes: [
        [1, 1],
        [1, null],
      ],
    };
    expect(findOpinionGroups(short).memory.placed).toEqual(new Set(["a", "b"]));
    // once in, they stay in
    const first = findOpinionGroups(table(twenty));
    const later = table([...twenty.map(() => 3), ...twenty]);
    expect(findOpinionGroups(later).placed).toBe(20);
    expect(findOpinionGroups(later, { memory: first.memory }).placed).toBe(40);
  });

  it("[M95] are not spoken of below fifteen people, or where nobody stands apart", () => {
    const few = findOpinionGroups(campsOf([7, 7], [LEFT, RIGHT]));
    expect([few.outcome, few.groups, few.silhouette]).toEqual(["too-few", [], undefined]);
    // everybody draws each vote: no camps
    const random = createRandom(9);
    const mixed = Array.from({ length: 300 }, () => LEFT.map((): Vote => (random.next() < 0.5 ? 1 : -1)));
    const crowd = findOpinionGroups({
      people: mixed.map((_, at) => `p${at}`),
      statements: LEFT.map((_, at) => `s${at}`),
      votes: mixed,
    });
    const alike = findOpinionGroups(campsOf([30], [LEFT], 1e9));
    expect([alike.outcome, alike.groups, alike.silhouette]).toEqual(["unclear", [], undefined]);
    for (const found of [few, alike])
      expect(
        found.statements.every(
          ({ byGroup, consensus, divide }) => byGroup.length === 0 && consensus === undefined && divide === undefined,
        ),
      ).toBe(true);
    if (crowd.outcome === "groups") expect(crowd.silhouette).toBeGreaterThanOrEqual(0.25);
  });

  it("[M95] of fewer than five show nothing", () => {
    const table = campsOf([14, 12, 4], [LEFT, RIGHT, THIRD], 1e9);
    const found = findOpinionGroups(table);
    expect([found.outcome, found.hidden, found.groups.map(({ size }) => size)]).toEqual(["groups", 4, [14, 12]]);
    expect(found.statements.every(({ byGroup }) => byGroup.reduce((sum, { seen }) => sum + seen, 0) === 26)).toBe(true);
    expect(colourIn(found, table).slice(-4)).toEqual(["none", "none", "none", "none"]);
    // two groups of which one is small are none
    const lone = findOpinionGroups(campsOf([20, 4], [LEFT, RIGHT], 1e9));
    expect([lone.outcome, lone.groups, lone.hidden]).toEqual(["unclear", [], 0]);
  });

  it("[M97] keep their colour as people come and go", () => {
    const before = findOpinionGroups(campsOf([12, 8], [LEFT, RIGHT], 20));
    // the second camp grows past the first
    const table = campsOf([12, 30], [LEFT, RIGHT], 20);
    const after = findOpinionGroups(table, { memory: before.memory });
    expect(after.groups.map(({ colour, size }) => [colour, size])).toEqual([
      [1, 30],
      [0, 12],
    ]);
    expect(colourIn(after, table)).toEqual([
      ...Array.from({ length: 12 }, () => 0),
      ...Array.from({ length: 30 }, () => 1),
    ]);
  });

  it("[M97] take the colours that fit best all together, new groups the lowest left", () => {
    const before = new Map([0, 0, 0, 0, 1, 1, 1, 2, 2].map((colour, at): [string, number] => [`p${at}`, colour]));
    const people = (...at: readonly number[]) => at.map((index) => `p${index}`);
    expect(matchColours([people(4, 5, 6), people(0, 1, 2, 3)], before)).toEqual([1, 0]);
    // the first has 2 of a and 1 of b, the second 2 of a: with b for the first 3 people keep their colour, rather than 2
    expect(matchColours([people(0, 1, 4), people(2, 3)], before)).toEqual([1, 0]);
    expect(matchColours([["new"], people(4), ["other"]], before)).toEqual([0, 1, 2]);
    expect(matchColours([], before)).toEqual([]);
  });

  it("[M96] do not depend on the order of people and statements, nor on their names", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 6, max: 14 }),
        fc.integer({ min: 3, max: 9 }),
        (seed, size, noise) => {
          const table = campsOf([size, 9, 7], [LEFT, RIGHT, THIRD], noise);
          const people = permute([...table.people.keys()], seed);
          const statements = permute([...table.statements.keys()], seed + 1);
          const other: VoteTable = {
            people: people.map((at) => `renamed ${at}`),
            statements: statements.map((at) => table.statements[at] ?? ""),
            votes: people.map((person) => statements.map((at) => table.votes[person]?.[at] ?? null)),
          };
          const [straight, shuffled] = [findOpinionGroups(table), findOpinionGroups(other)];
          expect(shuffled.outcome).toBe(straight.outcome);
          expect(shuffled.silhouette).toBeCloseTo(straight.silhouette ?? 0, 9);
          expect(colourIn(shuffled, other)).toEqual(people.map((at) => colourIn(straight, table)[at]));
          expect(shuffled.statements.map(({ all, byGroup }) => ({ all, byGroup }))).toEqual(
            statements.map((at) => ({ all: straight.statements[at]?.all, byGroup: straight.statements[at]?.byGroup })),
          );
          shuffled.statements.forEach(({ priority }, at) =>
            expect(priority).toBeCloseTo(straight.statements[statements[at] ?? 0]?.priority ?? 0, 8),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("[M92] find three camps again, and many people's", () => {
    const sizes = [300, 200, 150];
    const found = findOpinionGroups(campsOf(sizes, [LEFT, RIGHT, THIRD]));
    const table = campsOf(sizes, [LEFT, RIGHT, THIRD]);
    const truth = table.people.map((_, at) => (at < 300 ? 0 : at < 500 ? 1 : 2));
    expect(adjustedRandIndex(colourIn(found, table), truth)).toBeGreaterThan(0.9);
  });

  it("[M98] say something of any table, and never a number that is none", () => {
    const cell = fc.constantFrom<Vote>(1, 0, -1, null);
    const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 9 }), (votes, columns) => {
        const statements = Array.from({ length: columns }, (_, at) => `s${at}`);
        const table: VoteTable = { people: votes.map((_, at) => `p${at}`), statements, votes };
        const found = findOpinionGroups(table, { moderatedOut: new Set(["s1"]), meta: new Set(["s2"]) });
        const text = JSON.stringify(found, (_, value: unknown) =>
          typeof value === "number" && !Number.isFinite(value) ? "NONE" : value,
        );
        expect(text).not.toContain("NONE");
        expect(found.statements.length).toBe(columns);
        expect(found.groups.every(({ size }) => size >= 5)).toBe(true);
      }),
    );
    expect(findOpinionGroups({ people: [], statements: [], votes: [] })).toMatchObject({
      outcome: "too-few",
      placed: 0,
      groups: [],
      statements: [],
    });
  });
});
