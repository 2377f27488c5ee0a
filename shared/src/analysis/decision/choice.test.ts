import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Budget,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
  type Strength,
} from "../../terms/index.ts";
import { readChoice, type Choice, type Portfolio, type StrategyChoice } from "./index.ts";

/** A board in plain words; requires and excludes name other cards of it. */
interface Plan {
  readonly cards: Readonly<
    Record<
      string,
      Omit<CardAttributes, "requires" | "excludes"> & {
        readonly kind?: string;
        readonly requires?: readonly string[];
        readonly excludes?: readonly string[];
      }
    >
  >;
  /** from, to, signed strength */
  readonly links?: readonly (readonly [string, string, number])[];
}

function draw(plan: Plan, isReversed = false) {
  const ids = new Map(Object.keys(plan.cards).map((name) => [name, newCardId()]));
  const idOf = (name: string) => ids.get(name) ?? newCardId();
  const cards = Object.entries(plan.cards).map(([name, { kind = "strategy", requires, excludes, ...rest }]): Card => {
    const attributes: CardAttributes = {
      ...rest,
      ...(requires && { requires: requires.map(idOf) }),
      ...(excludes && { excludes: excludes.map(idOf) }),
    };
    return { id: idOf(name), kind, attributes, at: 1, position: [0, 0], text: name, extra: {} };
  });
  const links = (plan.links ?? []).map(([from, to, strength]): Link => ({
    id: newLinkId(),
    from: idOf(from),
    to: idOf(to),
    at: 1,
    polarity: strength < 0 ? "-" : "+",
    strength: Math.abs(strength) as Strength,
    delay: false,
    label: "",
    attributes: {},
    extra: {},
  }));
  const order = <T>(values: readonly T[]) => (isReversed ? values.toReversed() : values);
  const snapshot: BoardSnapshot = {
    cards: new Map(order(cards).map((card) => [card.id, card])),
    links: new Map(order(links).map((link) => [link.id, link])),
    comments: new Map(),
    skipped: 0,
  };
  const nameOf = new Map([...ids].map(([name, id]) => [id, name]));
  return { snapshot, idOf, nameOf: (id: CardId) => nameOf.get(id) ?? "?" };
}

/** What is said, by name. */
function choose(plan: Plan, budget?: Budget, isReversed = false) {
  const { snapshot, nameOf } = draw(plan, isReversed);
  const choice: Choice = readChoice(snapshot, { budget });
  const { strategies, best, ties, frontier, ...rest } = choice;
  const named = (portfolio: Portfolio | undefined) =>
    portfolio && { ...portfolio, strategies: portfolio.strategies.map(nameOf) };
  return {
    ...rest,
    best: named(best),
    ties: ties.map(named),
    frontier: frontier.map(named),
    strategies: Object.fromEntries(
      [...strategies].map(([id, { effects, ...strategy }]: readonly [CardId, StrategyChoice]) => [
        nameOf(id),
        { ...strategy, effects: Object.fromEntries([...effects].map(([to, effect]) => [nameOf(to), effect])) },
      ]),
    ),
  };
}
const euros = (amount: number): Budget => ({ amount, unit: "euro" });
const strong = Math.round(Math.tanh(1) * 1e6) / 1e6;
const medium = Math.round(Math.tanh(2 / 3) * 1e6) / 1e6;

/** Three strategies for two expectations: two help the same one, the third the other, at the cost of the first. */
const cafe: Plan = {
  cards: {
    tools: { cost: 400, gain: 500, unit: "euro" },
    evening: { cost: 300, unit: "euro" },
    van: { cost: 500, unit: "euro" },
    meet: { kind: "expectation" },
    repair: { kind: "expectation" },
    note: { kind: "note" },
  },
  links: [
    ["tools", "repair", 3],
    ["evening", "repair", 2],
    ["van", "meet", 3],
    ["van", "repair", -1],
  ],
};

describe("the choice between strategies", () => {
  it("[M58] says what each does to each expectation, alone, and what it costs", () => {
    const { basis, unit, strategies, best, ties, robustness } = choose(cafe);
    expect([basis, unit, best, ties, robustness]).toEqual(["expectations", "euro", undefined, [], undefined]);
    expect(strategies["tools"]).toEqual({
      cost: 400,
      gain: 500,
      unit: "euro",
      roi: 0.25,
      value: strong,
      effects: { repair: strong },
      outcome: "settled",
      isAffordable: undefined,
      inBest: undefined,
      isTied: false,
      leftOut: undefined,
    });
    expect(strategies["van"]?.effects).toEqual({ meet: strong, repair: -Math.round(Math.tanh(1 / 3) * 1e6) / 1e6 });
    expect(Object.keys(strategies)).toEqual(["tools", "evening", "van"]);
  });

  it("[M58] takes the best portfolio within the budget, each expectation served once", () => {
    const { best, strategies, frontier } = choose(cafe, euros(900));
    // for 700, tools and evening leave (1 − 0.762)(1 − 0.583) of repair; tools and van, for 900, serve both less the harm
    const harm = Math.round(Math.tanh(1 / 3) * 1e6) / 1e6;
    expect(best).toEqual({
      strategies: ["tools", "van"],
      cost: 900,
      value: expect.closeTo(2 * strong - harm, 9) as number,
    });
    expect(frontier.map((one) => [one?.strategies, one?.cost])).toEqual([
      [[], 0],
      [["evening"], 300],
      [["tools"], 400],
      [["tools", "evening"], 700],
      [["evening", "van"], 800],
      [["tools", "van"], 900],
      [["tools", "evening", "van"], 1_200],
    ]);
    expect(frontier[3]?.value).toBeCloseTo(1 - (1 - strong) * (1 - medium), 9);
    const told = Object.values(strategies).map(({ inBest, isAffordable, isTied }) => [inBest, isAffordable, isTied]);
    expect(told).toEqual([
      [true, true, false],
      [false, true, false],
      [true, true, false],
    ]);
    expect(choose(cafe, euros(350)).strategies["tools"]).toMatchObject({ isAffordable: false, inBest: false });
  });

  it("[M58] never sums different units: it takes one, and says who is left out and why", () => {
    const mixed: Plan = {
      cards: {
        ...cafe.cards,
        evening: { cost: 20, unit: "hour" },
        van: { unit: "euro" },
        talk: { cost: 30 },
        free: { cost: 0 },
        after: { cost: 1, unit: "euro", requires: ["van"] },
        last: { cost: 1, unit: "euro", requires: ["after"] },
      },
      links: cafe.links ?? [],
    };
    const leftOut = (budget?: Budget) =>
      Object.entries(choose(mixed, budget).strategies).map(([name, strategy]) => [name, strategy.leftOut]);
    expect(Object.fromEntries(leftOut(euros(1_000)))).toEqual({
      tools: undefined,
      evening: "other-unit",
      van: "no-cost",
      talk: "no-unit",
      free: undefined,
      after: "requires-left-out",
      last: "requires-left-out",
    });
    expect(choose(mixed, { amount: 20, unit: "hour" })).toMatchObject({
      unit: "hour",
      best: { strategies: ["evening"], cost: 20 },
      strategies: { tools: { leftOut: "other-unit", inBest: undefined, isAffordable: undefined } },
    });
    // three costs in euros, one in hours
    expect(choose(mixed).unit).toBe("euro");
  });

  it("[M58] goes by the gains given where no strategy reaches an expectation", () => {
    const plan: Plan = {
      cards: {
        a: { cost: 2, gain: 3, unit: "point" },
        b: { cost: 3, gain: 4, unit: "point" },
        c: { cost: 1, unit: "point" },
        meet: { kind: "expectation" },
      },
    };
    const { basis, best, strategies, frontier } = choose(plan, { amount: 5, unit: "point" });
    expect([basis, best]).toEqual(["gain", { strategies: ["a", "b"], cost: 5, value: 7 }]);
    expect(strategies["c"]).toMatchObject({ leftOut: "no-gain", value: 0, effects: {} });
    expect(frontier).toHaveLength(4);
  });

  it("[M45] keeps what strategies require and exclude, and passes over names of what is no strategy there", () => {
    const plan: Plan = {
      cards: {
        ...cafe.cards,
        tools: { cost: 400, unit: "euro", requires: ["evening", "repair", "nobody"] },
        van: { cost: 500, unit: "euro", excludes: ["evening", "gone"] },
        gone: { cost: 1, unit: "euro", trashedAt: 5 },
      },
      links: cafe.links ?? [],
    };
    const { frontier, strategies } = choose(plan, euros(650));
    expect(frontier.map((one) => one?.strategies)).toEqual([[], ["evening"], ["tools", "evening"]]);
    expect(strategies["tools"]).toMatchObject({ isAffordable: false });
    expect(strategies["gone"]).toBeUndefined();
  });

  it("[M44] says which strategies are in some of the equally good portfolios only", () => {
    const plan: Plan = {
      cards: {
        a: { cost: 2, unit: "euro" },
        b: { cost: 2, unit: "euro" },
        c: { cost: 1, unit: "euro" },
        meet: { kind: "expectation" },
        repair: { kind: "expectation" },
      },
      links: [
        ["a", "meet", 2],
        ["b", "meet", 2],
        ["c", "repair", 1],
      ],
    };
    const { ties, strategies } = choose(plan, euros(3));
    expect(ties.map((one) => one?.strategies)).toEqual([
      ["a", "c"],
      ["b", "c"],
    ]);
    expect(Object.values(strategies).map(({ isTied }) => isTied)).toEqual([true, true, false]);
  });

  it("[M107] says of more equally good portfolios than it names which strategies some of them lack", () => {
    const equal = { cost: 1, gain: 1, unit: "euro" } as const;
    const cards = Object.fromEntries(["a", "b", "c", "d", "e", "f", "g"].map((name) => [name, equal]));
    const { ties, hasAllTies, strategies } = choose({ cards }, euros(4));
    expect([ties.length, hasAllTies]).toEqual([20, false]);
    expect(Object.values(strategies).every(({ isTied }) => isTied)).toBe(true);
  });

  it("[M58] computes robustness when people's weighings are given, and takes over what was computed elsewhere", () => {
    const { snapshot, idOf } = draw(cafe);
    const { robustness } = readChoice(snapshot, { weighings: [] });
    expect(robustness?.draws).toBe(500);
    expect([...(robustness?.strategies.keys() ?? [])]).toEqual(["tools", "evening", "van"].map(idOf));
    expect(readChoice(snapshot, { robustness }).robustness).toBe(robustness);
  });

  const strategy = fc.record({
    cost: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    gain: fc.option(fc.integer({ min: -5, max: 30 }), { nil: undefined }),
    unit: fc.constantFrom("euro", "euro", "hour", undefined),
    requires: fc.array(fc.constantFrom("s0", "s1", "s2", "e0"), { maxLength: 1 }),
    excludes: fc.array(fc.constantFrom("s3", "s4", "e1"), { maxLength: 1 }),
    trashedAt: fc.constantFrom(undefined, undefined, undefined, 3),
  });
  const name = fc.constantFrom("s0", "s1", "s2", "s3", "s4", "s5", "e0", "e1", "f0");
  const plans: fc.Arbitrary<Plan> = fc
    .record({
      strategies: fc.array(strategy, { maxLength: 6 }),
      links: fc.array(fc.tuple(name, name, fc.constantFrom(-3, -2, -1, 1, 2, 3)), { maxLength: 14 }),
    })
    .map(({ strategies, links }) => ({
      cards: {
        e0: { kind: "expectation" },
        e1: { kind: "expectation" },
        f0: { kind: "factor" },
        ...Object.fromEntries(
          strategies.map((attributes, index) => [
            `s${index}`,
            Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
          ]),
        ),
      },
      links: links.filter(([from, to]) =>
        [from, to].every((one) => !one.startsWith("s") || Number(one.slice(1)) < strategies.length),
      ),
    }));

  it("[M51] comes out the same under other ids and in any order of cards and links", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 40 }), (plan, amount) => {
        const [one, other] = [false, true].map((isReversed) => choose(plan, euros(amount), isReversed));
        const told = (choice: typeof one) =>
          choice && {
            ...choice,
            strategies: Object.entries(choice.strategies)
              .map(([id, said]) => ({ ...said, id, inBest: undefined }))
              .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
            // of several that tie the first stands for all
            best: choice.best && [choice.best.cost, choice.best.value],
            ties: choice.ties.map((tie) => tie?.strategies.toSorted().join()).toSorted(),
            frontier: choice.frontier.map((point) => [point?.cost, point?.value]),
          };
        expect(told(other)).toEqual(told(one));
      }),
      { numRuns: 200 },
    );
  });

  it("[M59] has an answer for an empty board, for strategies alone, and no figure that is no number", () => {
    expect(choose({ cards: {} }, euros(5))).toEqual({
      basis: "gain",
      unit: "euro",
      strategies: {},
      best: undefined,
      ties: [],
      hasAllTies: true,
      frontier: [],
      isComplete: true,
      robustness: undefined,
    });
    expect(choose({ cards: { a: {} } })).toMatchObject({ unit: undefined, strategies: { a: { leftOut: "no-cost" } } });
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 40 }), (plan, amount) => {
        const text = JSON.stringify(choose(plan, euros(amount)), (_, value: unknown) =>
          typeof value === "number" && !Number.isFinite(value) ? "no number" : value,
        );
        expect(text).not.toContain("no number");
      }),
    );
  });
});
