import type { Choice, Robustness, StrategyChoice } from "@palabre/shared/analysis/decision";
import { newCardId, type Card, type CardAttributes, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { factsOf, snapTo, totalOf, unitsOf } from "./choiceFacts.ts";
import { bestWords, robustWords, standingWords, timesWords } from "./choiceWords.ts";
import { plainOf } from "./titles.ts";
import { whyOut, type Standing } from "./whyOut.ts";

const [a, b, c, d] = Array.from({ length: 4 }, newCardId) as [CardId, CardId, CardId, CardId];
const card = (id: CardId, text: string, attributes: CardAttributes = {}, kind = "strategy"): Card => ({
  id,
  kind,
  at: 0,
  position: [0, 0],
  text,
  attributes,
  extra: {},
});
const cards = new Map(
  [card(a, "Evenings"), card(b, "Website"), card(c, "Godparents"), card(d, "Lorry")].map((each) => [each.id, each]),
);
const strategy = (rest: Partial<StrategyChoice> = {}): StrategyChoice => ({
  cost: 10,
  gain: undefined,
  unit: "euro",
  roi: undefined,
  value: 1,
  effects: new Map(),
  outcome: "settled",
  isAffordable: true,
  inBest: false,
  isTied: false,
  leftOut: undefined,
  ...rest,
});
const choiceOf = (strategies: Choice["strategies"], best: readonly CardId[] | undefined): Choice => ({
  basis: "expectations",
  strategies,
  unit: "euro",
  best: best && { strategies: best, cost: 10 * best.length, value: 1.24 },
  ties: best ? [{ strategies: best, cost: 10, value: 1 }] : [],
  hasAllTies: true,
  frontier: [
    { strategies: [], cost: 0, value: 0 },
    { strategies: [a], cost: 10, value: 1 },
  ],
  isComplete: true,
  robustness: undefined,
});
const text = await textIn("en", "en-GB");
const french = await textIn("fr", "fr-FR");

describe("what a choice is asked about", () => {
  it("[P67] strategies with what they cost, give, need and exclude; trash and other kinds are left out", () => {
    const board = new Map(
      [
        card(a, "", { cost: 5, unit: "hour", gain: 9, requires: [b], tags: ["x"] }),
        card(b, ""),
        card(c, "", { cost: 2, unit: "hour", trashedAt: 1 }),
        card(d, "", { cost: 7, unit: "euro" }, "factor"),
      ].map((each) => [each.id, each]),
    );
    const facts = factsOf({ cards: board });
    expect(facts).toEqual([
      [a, { cost: 5, gain: 9, unit: "hour", requires: [b] }],
      [b, {}],
    ]);
    expect([unitsOf(facts), totalOf(facts, "hour"), totalOf(facts, "euro")]).toEqual([["hour"], 5, 0]);
    expect([unitsOf([]), totalOf([], "euro")]).toEqual([[], 0]);
  });

  it("[P67] a slider near the cost of a portfolio means that cost, the nearest of several", () => {
    expect([snapTo(49, [0, 50, 120], 2), snapTo(47, [0, 50, 120], 2)]).toEqual([50, 47]);
    expect(snapTo(10, [9, 11.5, 10.5], 2)).toBe(10.5);
    expect(snapTo(10, [], 2)).toBe(10);
  });
});

describe("why a strategy is out", () => {
  const standing = (
    strategies: readonly (readonly [CardId, StrategyChoice])[],
    best: readonly CardId[] | undefined,
    ties: readonly (readonly [CardId, CardAttributes])[] = [],
  ) =>
    whyOut(
      d,
      choiceOf(new Map(strategies), best),
      new Map([...strategies.map(([id]) => [id, { cost: 10 }] as const), ...ties]),
      25,
    );

  it("[P68] it is in, tied, or left out for what is not given", () => {
    expect(standing([[d, strategy()]], [d])).toEqual({ type: "in" });
    expect(standing([[d, strategy({ isTied: true })]], [d])).toEqual({ type: "tied" });
    expect(standing([[d, strategy({ isTied: true })]], [a])).toEqual({ type: "tied" });
    expect(standing([[d, strategy({ leftOut: "no-cost" })]], [a])).toEqual({
      type: "left-out",
      why: "no-cost",
      other: undefined,
    });
    expect(
      standing(
        [
          [a, strategy({ leftOut: "other-unit" })],
          [d, strategy({ leftOut: "requires-left-out" })],
        ],
        [],
        [[d, { cost: 10, requires: [a] }]],
      ),
    ).toEqual({ type: "left-out", why: "requires-left-out", other: a });
    expect(standing([[d, strategy()]], undefined)).toBeUndefined();
    expect(standing([], [a])).toBeUndefined();
  });

  it("[P68] it is too dear with all that it needs, or what it needs can't go together", () => {
    const others = [a, b, c].map((id) => [id, strategy()] as const);
    const dear = [...others, [d, strategy({ isAffordable: false })] as const];
    expect(standing(dear, [a], [[d, { cost: 26 }]])).toEqual({ type: "dear", cost: 26, isWithNeeds: false });
    const chain = [
      [d, { cost: 10, requires: [a] }],
      [a, { cost: 10, requires: [b, d] }],
    ] as const;
    expect(standing(dear, [c], chain)).toEqual({ type: "dear", cost: 30, isWithNeeds: true });
    expect(standing(dear, [c], [[d, { cost: 10, requires: [a], excludes: [a] }]])).toEqual({ type: "impossible" });
  });

  it("[P68] it can't go with what is in, serves nothing, needs what is out, or is beaten", () => {
    const all = [a, b, d].map((id) => [id, strategy()] as const);
    expect(standing(all, [a], [[a, { cost: 10, excludes: [d] }]])).toEqual({ type: "excluded", by: a });
    // what it needs can't go with what is in
    const needing = [
      [d, { cost: 10, requires: [b] }],
      [b, { cost: 10, excludes: [a] }],
    ] as const;
    expect(standing(all, [a], needing)).toEqual({ type: "excluded", by: a });
    expect(standing([[d, strategy({ value: 0 })]], [a])).toEqual({ type: "worthless" });
    expect(standing(all, [a], [[d, { cost: 10, requires: [b] }]])).toEqual({ type: "needs", other: b });
    expect(standing(all, [a])).toEqual({ type: "beaten" });
  });
});

describe("a choice in words", () => {
  const plain = plainOf;

  it("[P68] the best portfolio is named with its cost, what is left and what it serves", () => {
    const said = (best: readonly CardId[] | undefined, amount: number, words = text) =>
      plain(bestWords(choiceOf(new Map(), best), amount, 3, cards, words));
    expect(said([a, b], 25)).toBe(
      "With 25\u00a0€, the best together: “Evenings” and “Website”. Cost 20\u00a0€, 5\u00a0€ left; serves 1.2 of 3 expectations.",
    );
    expect(said([a], 10, french)).toBe(
      "Avec 10\u00a0€, le mieux ensemble\u202f: «\u202fEvenings\u202f». Coût 10\u00a0€, reste 0\u00a0€\u202f; sert 1,2 attentes sur 3.",
    );
    expect(said([], 5)).toBe("With 5\u00a0€ nothing can be done: the least that serves something costs 10\u00a0€.");
    expect(said(undefined, 5)).toBe("No strategy has a cost yet: give one in its card.");
    const tied = {
      ...choiceOf(new Map(), [a]),
      ties: [a, b, c].map((id) => ({ strategies: [id], cost: 1, value: 1 })),
    };
    expect(plain(bestWords(tied, 10, 3, cards, text))).toMatch(/2 other sets are as good\.$/);
    expect(
      [text, french].map((words) => plain(bestWords({ ...tied, hasAllTies: false }, 10, 3, cards, words))),
    ).toEqual([
      expect.stringMatching(/At least 2 other sets are as good\.$/),
      expect.stringMatching(/Au moins 2 autres combinaisons valent autant\.$/),
    ]);
  });

  it("[P68] every reason has its sentence in both languages", () => {
    const all: readonly Standing[] = [
      { type: "in" },
      { type: "tied" },
      { type: "dear", cost: 30, isWithNeeds: true },
      { type: "impossible" },
      { type: "excluded", by: a },
      { type: "worthless" },
      { type: "needs", other: b },
      { type: "beaten" },
      ...(["no-cost", "no-unit", "other-unit", "no-gain", "requires-left-out"] as const).map(
        (why) => ({ type: "left-out", why, other: a }) as const,
      ),
    ];
    for (const words of [text, french]) {
      const said = all.map((each) => plain(standingWords(each, "euro", cards, words)));
      expect(new Set(said).size).toBe(all.length);
      expect(said.every((sentence) => sentence.length > 1)).toBe(true);
    }
  });

  it("[P69] times out of ten never claim a certainty that there is not", () => {
    expect([1, 0.998, 0.81, 0.55, 0.02, 0].map((share) => timesWords(share, text))).toEqual([
      "every time",
      "almost every time",
      "8 times out of 10",
      "6 times out of 10",
      "hardly ever",
      "never",
    ]);
  });

  it("[P69] whether a choice holds is said by its word; ties and nothing to tell apart are said as such", () => {
    const robustness = (word: Robustness["word"], ...best: readonly number[]): Robustness => ({
      draws: 500,
      people: 0,
      word,
      deciding: [],
      isWhole: true,
      strategies: new Map(
        best.map((share, i) => [[a, b, c, d][i]!, { best: share, low: 0, high: 1, regret: 0, worth: 0.5, ranks: [] }]),
      ),
    });
    const said = (...of: Parameters<typeof robustness>) => plain(robustWords(robustness(...of), cards, text));
    expect(said("robust", 0.18, 0.82)).toMatch(/^It holds: .*“Website” stays best 8 times out of 10\.$/);
    expect(said("leading", 0.62, 0.38)).toMatch(/“Evenings” leads: best 6 times out of 10\. Another may still win\.$/);
    expect(said("open", 0.4, 0.35, 0.25)).toMatch(/^The choice is open: .*only 4 times out of 10\.$/);
    expect(said("open", 0.45, 0.45, 0.1)).toBe("The choice is open: “Evenings” and “Website” are best equally often.");
    expect(said("open")).toBe("No strategy yet: there is nothing to choose between.");
  });

  type Worth = readonly [best: number, worth: number, regret?: number];
  const choiceWorth = (...rows: readonly Worth[]): Robustness => ({
    draws: 500,
    people: 0,
    word: "robust",
    deciding: [],
    isWhole: true,
    strategies: new Map(
      rows.map(([best, worth, regret = 0], i) => [
        [a, b, c, d][i]!,
        { best, low: 0, high: 1, regret, worth, ranks: [] },
      ]),
    ),
  });
  const saidOf = (...rows: readonly Worth[]) =>
    [text, french].map((words) => plain(robustWords(choiceWorth(...rows), cards, words)));

  it("[P133] where what comes first is no better than doing nothing, that is said before all else", () => {
    const [english, inFrench] = saidOf([0.97, -0.32, 0.01], [0.03, -0.76, 0.4]);
    expect(english).toMatch(/^Doing nothing is better: each strategy harms .* The least bad is “Evenings”/);
    expect(inFrench).toMatch(/^Ne rien faire vaut mieux\s: chaque choix fait plus de mal que de bien/);
    expect(saidOf([0.85, 0], [0.15, -0.3])[0]).toMatch(/^“Evenings” comes first .* no better than doing nothing/);
    expect(saidOf([0.6, -0.1], [0.4, 0.1])[0]).toMatch(/^“Evenings” comes first .* doing nothing is better\.$/);
    for (const said of [saidOf([0.97, -0.32], [0.03, -0.76]), saidOf([0.85, 0], [0.15, -0.3])].flat())
      expect(said).not.toMatch(/holds|Ça tient/);
  });

  it("[P134] strategies that serve as much are said to be level, and only those that nothing links to be unlinked", () => {
    expect(saidOf([0.5, 0.58, 0.1], [0.5, 0.58, 0.1])).toEqual([
      "The strategies are level: “Evenings” and “Website” serve the expectations as much.",
      expect.stringMatching(/^Les choix se valent\s: .* servent autant les attentes\.$/),
    ]);
    expect(saidOf([0.5, -0.3], [0.5, -0.3])[0]).toMatch(/level: .* doing nothing is better\.$/);
    expect(saidOf([0.5, 0, 0.1], [0.5, 0, 0.1])[0]).toMatch(/level: .* no better than doing nothing\.$/);
    expect(saidOf([0.5, 0], [0.5, 0])[0]).toMatch(/^Nothing tells the strategies apart yet/);
  });

  it("[P134] under a budget, strategies that only harm are not told to be linked: doing nothing is best", () => {
    const said = (effects: StrategyChoice["effects"]) => {
      const choice = choiceOf(new Map([[a, strategy({ value: -0.76, effects })]]), []);
      const harming = { ...choice, frontier: choice.frontier.slice(0, 1) };
      return [text, french].map((words) => plain(bestWords(harming, 5, 1, cards, words)));
    };
    expect(said(new Map([[b, -0.76]]))).toEqual([
      "No set of strategies that is possible serves more than it harms: doing nothing is best.",
      "Aucune combinaison possible ne fait plus de bien que de mal\u202f: le mieux est de ne rien faire.",
    ]);
    expect(said(new Map())[0]).toMatch(/^None of the strategies serves anything yet: link them/);
  });

  it("[P67] costs without a unit are said to lack just that", () => {
    const uncounted = strategy({ unit: undefined, leftOut: "no-unit", isAffordable: undefined, inBest: undefined });
    const said = (left: StrategyChoice) =>
      plain(bestWords(choiceOf(new Map([[a, left]]), undefined), 0, 1, cards, french));
    expect(said(uncounted)).toMatch(/^Les coûts ne sont encore comptés en rien/);
    expect(said({ ...uncounted, cost: undefined, leftOut: "no-cost" })).toMatch(/^Aucun choix n’a encore de coût/);
  });

  it("[P67] where no strategy counts, what is missing is said: no cost only where none has one", () => {
    const said = (...rows: readonly Partial<StrategyChoice>[]) => {
      const strategies = new Map(rows.map((row, i) => [[a, b, c, d][i]!, strategy(row)]));
      return [text, french].map((words) => plain(bestWords(choiceOf(strategies, undefined), 5, 1, cards, words)));
    };
    const [worthless, inHours] = [{ leftOut: "no-gain" }, { unit: "hour", leftOut: "other-unit" }] as const;
    const costless = { cost: undefined, unit: undefined, leftOut: "no-cost" } as const;
    expect(said(costless, costless)[0]).toMatch(/^No strategy has a cost yet/);
    expect(said(worthless, costless)[0]).toMatch(/^None of the strategies serves anything yet/);
    // what counts in another unit serves something
    expect(said(worthless, inHours)[0]).toMatch(/^No strategy counts under this budget yet/);
    expect(said(inHours, costless)).toEqual([
      "All costs are in another unit than the budget: try a budget in theirs.",
      "Tous les coûts sont dans une autre unité que le budget\u202f: essayez un budget dans la leur.",
    ]);
    expect(said(inHours, { unit: undefined, leftOut: "no-unit" }, { leftOut: "requires-left-out" })).toEqual([
      "No strategy counts under this budget yet: the list says what each lacks.",
      "Aucun choix ne compte encore sous ce budget\u202f: la liste dit ce qui manque à chacun.",
    ]);
    // free, and there is no unit for a budget
    expect(said({ cost: 0, unit: undefined })[0]).toMatch(/^The costs are counted in nothing yet/);
  });
});
