import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPortfolios, findServingPortfolios, frontierOf } from "./index.ts";
import type { ServingOption } from "./portfolio.ts";

type Option = ServingOption & { readonly value: number };

/** Every portfolio that keeps its constraints, looked at one by one. */
function enumerate(options: readonly Option[], valueOf: (chosen: readonly number[]) => number) {
  return Array.from({ length: 2 ** options.length }, (_, mask) =>
    [...options.keys()].filter((option) => (mask >> option) & 1),
  )
    .filter((chosen) =>
      chosen.every(
        (option) =>
          (options[option]?.requires ?? []).every((other) => other >= options.length || chosen.includes(other)) &&
          (options[option]?.excludes ?? []).every((other) => other === option || !chosen.includes(other)),
      ),
    )
    .map((chosen) => ({
      options: chosen,
      cost: chosen.reduce((sum, option) => sum + (options[option]?.cost ?? 0), 0),
      value: valueOf(chosen),
    }));
}
const sumOf = (options: readonly Option[]) => (chosen: readonly number[]) =>
  chosen.reduce((sum, option) => sum + (options[option]?.value ?? 0), 0);
/** By the formula, expectation by expectation. */
const serviceOf = (options: readonly Option[]) => (chosen: readonly number[]) =>
  [0, 1, 2].reduce((total, goal) => {
    const left = (sign: number) =>
      chosen.reduce((product, option) => product * (1 - Math.max(0, sign * (options[option]?.effects[goal] ?? 0))), 1);
    return total + (1 - left(1)) - (1 - left(-1));
  }, 0);

const place = fc.nat(8);
const option: fc.Arbitrary<Option> = fc.record({
  cost: fc.integer({ min: 0, max: 12 }),
  value: fc.integer({ min: -4, max: 12 }),
  effects: fc.array(
    fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10),
    { minLength: 3, maxLength: 3 },
  ),
  requires: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(place, { maxLength: 2 }) },
  ),
  excludes: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(place, { maxLength: 1 }) },
  ),
});
const optionLists = fc.array(option, { maxLength: 9 });
const free = (options: readonly Option[]): readonly Option[] =>
  options.map((one) => ({ ...one, requires: [], excludes: [] }));

const points = (selections: readonly { readonly cost: number; readonly value: number }[]) =>
  selections.map(({ cost, value }) => [cost, Math.round(value * 1e6) / 1e6 + 0]);
const bestOf = (all: ReturnType<typeof enumerate>, budget: number) => {
  const affordable = all.filter(({ cost }) => cost <= budget);
  const value = Math.max(...affordable.map((one) => one.value));
  const best = affordable.filter((one) => one.value > value - 1e-9);
  const cost = Math.min(...best.map((one) => one.cost));
  return best.filter((one) => one.cost === cost);
};
const keys = (selections: readonly { readonly options: readonly number[] }[]) =>
  selections.map(({ options }) => options.join()).toSorted();

describe("a portfolio", () => {
  it("[M44] is the most valuable one within the budget, and the cheapest of those", () => {
    const options = [
      { cost: 2, value: 3 },
      { cost: 3, value: 4 },
      { cost: 4, value: 5 },
    ];
    expect(findPortfolios(options, 5).best).toEqual([{ options: [0, 1], cost: 5, value: 7 }]);
    expect(findPortfolios(options, 4.5).best).toEqual([{ options: [2], cost: 4, value: 5 }]);
    expect(findPortfolios(options).best).toEqual([{ options: [0, 1, 2], cost: 9, value: 12 }]);
    expect(findPortfolios(options, 1).best).toEqual([{ options: [], cost: 0, value: 0 }]);
    expect(findPortfolios(options, -1).best).toEqual([]);
    // three times 0.1 are within 0.3
    const tenths = [1, 2, 3].map(() => ({ cost: 0.1, value: 1 }));
    expect(findPortfolios(tenths, 0.3).best).toMatchObject([{ options: [0, 1, 2] }]);
  });

  it("[M44] is said to tie with all that are as good", () => {
    const equal = [1, 2, 3].map(() => ({ cost: 5, value: 2 }));
    expect(findPortfolios(equal, 10).best.map(({ options }) => options)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const many = Array.from({ length: 25 }, () => ({ cost: 1, effects: [0.1] }));
    const { best, isComplete } = findServingPortfolios(many, 12);
    expect([best.length, isComplete]).toEqual([20, true]);
  });

  it("[M107] where more tie than are said, says so, and which options some of them lack", () => {
    const saidOf = (count: number, budget: number) => {
      const equal = Array.from({ length: count }, () => ({ cost: 1, value: 1 }));
      const { best, hasAllTies, tied } = findPortfolios(
        [...equal, { cost: 0, value: 1 }, { cost: 1, value: 0 }],
        budget,
      );
      return [best.length, hasAllTies, [...tied]];
    };
    // 35 sets of four out of seven: the first is in all of the 20 that are said
    expect(saidOf(7, 4)).toEqual([20, false, [0, 1, 2, 3, 4, 5, 6]]);
    // the last two are in none of those that are said
    expect(saidOf(22, 1)).toEqual([20, false, Array.from({ length: 22 }, (_, option) => option)]);
    expect(saidOf(6, 3)).toEqual([20, true, [0, 1, 2, 3, 4, 5]]);
    expect(saidOf(3, 3)).toEqual([1, true, []]);
    // a dear one with one of 22 others: two of these are in none of those that are said
    const cheap = Array.from({ length: 22 }, () => ({ cost: 1, value: 1 }));
    const { tied } = findPortfolios([{ cost: 22, value: 21.5 }, ...cheap], 23);
    expect([...tied]).toEqual(cheap.map((_, place) => place + 1));
    // where nothing is worth anything, what is free and worthless ties with nothing at all
    const free = Array.from({ length: 5 }, () => ({ cost: 0, value: 0 }));
    expect([...findPortfolios([...free, { cost: 0, value: -1 }], 0).tied]).toEqual([0, 1, 2, 3, 4]);
  });

  it("[M107] tells what some of those that tie lack as looking at all portfolios does", () => {
    const few = option.map((one) => ({ ...one, cost: Math.min(one.cost, 1), value: Math.sign(one.value) }));
    fc.assert(
      fc.property(fc.array(few, { maxLength: 9 }), fc.integer({ min: 0, max: 5 }), (options, budget) => {
        const best = bestOf(enumerate(options, sumOf(options)), budget);
        const holders = options.map((_, place) => best.filter((one) => one.options.includes(place)).length);
        const { hasAllTies, tied } = findPortfolios(options, budget);
        expect(hasAllTies).toBe(best.length <= 20);
        expect([...tied]).toEqual(holders.flatMap((n, place) => (n > 0 && n < best.length ? [place] : [])));
      }),
      { numRuns: 500 },
    );
  });

  it("[M44] by dynamic programming is that of branch and bound, and of looking at all", () => {
    fc.assert(
      fc.property(optionLists, fc.integer({ min: 0, max: 40 }), (constrained, budget) => {
        const options = free(constrained);
        const all = enumerate(options, sumOf(options));
        const programmed = findPortfolios(options, budget);
        // one expectation a strategy, none shared: serving them adds up
        const apart = options.map((one, own) => ({
          ...one,
          effects: options.map((_, goal) => (goal === own ? one.value / 12 : 0)),
        }));
        const searched = findServingPortfolios(apart, budget);
        expect(keys(programmed.best)).toEqual(keys(bestOf(all, budget)).slice(0, 20));
        expect(keys(searched.best)).toEqual(keys(programmed.best));
        expect(points(searched.frontier.map((one) => ({ ...one, value: one.value * 12 })))).toEqual(
          points(programmed.frontier),
        );
      }),
    );
  });

  it("[M45] keeps what its strategies require and exclude, as looking at all portfolios does", () => {
    fc.assert(
      fc.property(optionLists, fc.integer({ min: 0, max: 40 }), (options, budget) => {
        for (const [found, valueOf] of [
          [findPortfolios(options, budget), sumOf(options)],
          [findServingPortfolios(options, budget), serviceOf(options)],
        ] as const) {
          const all = enumerate(options, valueOf);
          const best = keys(bestOf(all, budget));
          if (best.length <= 20) expect(keys(found.best)).toEqual(best);
          expect(points(found.frontier)).toEqual(points(frontierOf(all.toSorted((a, b) => a.cost - b.cost))));
          for (const selection of [...found.frontier, ...found.best])
            expect(selection.value).toBeCloseTo(valueOf(selection.options), 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("[M45] takes along what is required to the end of the chain, and nothing that excludes itself", () => {
    const chain = [
      { cost: 1, value: 0 },
      { cost: 1, value: 0, requires: [0] },
      { cost: 1, value: 9, requires: [1] },
      { cost: 1, value: 99, requires: [0], excludes: [0] },
    ];
    expect(findPortfolios(chain, 9).best).toEqual([{ options: [0, 1, 2], cost: 3, value: 9 }]);
    expect(findPortfolios(chain, 2).best).toEqual([{ options: [], cost: 0, value: 0 }]);
    // each of two that require each other
    const pair = [
      { cost: 1, value: 1, requires: [1] },
      { cost: 1, value: 1, requires: [0, 7] },
    ];
    expect(findPortfolios(pair).frontier.map(({ options }) => options)).toEqual([[], [0, 1]]);
  });

  it("[M46] counts each expectation once, with diminishing return, and harm the same way against", () => {
    const valueOf = (...effects: readonly (readonly number[])[]) =>
      findServingPortfolios(
        // all or none, so that the value of all is seen
        effects.map((row, own) => ({
          cost: 1,
          effects: row,
          requires: effects.map((_, other) => other).filter((other) => other !== own),
        })),
      ).best[0]?.value;
    expect(valueOf([0.5], [0.5])).toBeCloseTo(0.75, 12);
    expect(valueOf([0.5, 0], [0, 0.5])).toBeCloseTo(1, 12);
    // helped by 0.9, harmed twice by 0.5: 0.9 − 0.75
    expect(valueOf([0.9], [-0.5], [-0.5])).toBeCloseTo(0.15, 12);
    expect(valueOf([1], [1], [1])).toBe(1);
    // what only harms is left
    expect(findServingPortfolios([{ cost: 0, effects: [-0.2] }]).best).toEqual([{ options: [], cost: 0, value: 0 }]);
  });

  it("[M47] lies on a frontier that holds no portfolio which another beats, and all that none beats", () => {
    fc.assert(
      fc.property(optionLists, (options) => {
        const all = enumerate(options, serviceOf(options));
        const { frontier } = findServingPortfolios(options);
        for (const [index, point] of frontier.entries()) {
          const next = frontier[index + 1];
          if (next) expect(next.cost > point.cost && next.value > point.value).toBe(true);
          expect(all.some(({ cost, value }) => cost <= point.cost && value > point.value + 1e-9)).toBe(false);
        }
        for (const { cost, value } of all)
          expect(frontier.some((point) => point.cost <= cost && point.value >= value - 1e-9)).toBe(true);
      }),
    );
  });

  it("[M59] has an answer without options, with free ones, and with too many to look at all", () => {
    const nothing = [{ options: [], cost: 0, value: 0 }];
    const whole = { frontier: nothing, best: nothing, hasAllTies: true, tied: new Set(), isComplete: true };
    expect(findPortfolios([], 5)).toEqual(whole);
    expect(findServingPortfolios([])).toEqual(whole);
    expect(findPortfolios([], Number.NaN).best).toEqual([]);
    expect(findServingPortfolios([{ cost: 0, effects: [0.5] }], 0).best).toEqual([
      { options: [0], cost: 0, value: 0.5 },
    ]);
    // forty strategies that overlap: what is found is said to be no more than that, and is not bad
    const many = Array.from({ length: 40 }, (_, own) => ({
      cost: 10 + ((own * 7) % 13),
      effects: Array.from({ length: 12 }, (__, goal) => ((own * 5 + goal * 3) % 7) / 20),
    }));
    const found = findServingPortfolios(many, 100);
    expect(found.isComplete).toBe(false);
    expect(found.best[0]?.cost).toBeLessThanOrEqual(100);
    expect(found.frontier.length).toBeGreaterThan(20);
    const hundred = Array.from({ length: 100 }, (_, index) => ({
      cost: 1 + ((index * 7) % 13),
      value: 1 + (index % 11),
    }));
    expect(findPortfolios(hundred, 150)).toMatchObject({ isComplete: true });
  });
});
