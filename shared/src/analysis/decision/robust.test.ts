import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type CardId, type LinkId } from "../../terms/index.ts";
import type { SignedMap } from "../structure/index.ts";
import { createRobustRun, type Robustness, type Weighing } from "./index.ts";

/** A map and its people as plain numbers, so that it can be drawn with other ids and in other orders. */
interface Plan {
  readonly kinds: readonly SignedMap["cards"][number]["kind"][];
  /** from, to, signed strength */
  readonly arrows: readonly (readonly [from: number, to: number, strength: number])[];
  /** of each person, of each arrow, a signed weight; undefined where it was not weighed */
  readonly people: readonly (readonly (number | undefined)[])[];
}
interface Drawing {
  readonly map: SignedMap;
  readonly people: readonly Weighing[];
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
}
type Shuffle = <T>(values: readonly T[]) => readonly T[];
const keep: Shuffle = (values) => values;

function draw({ kinds, arrows, people }: Plan, shuffle: Shuffle = keep): Drawing {
  const cards = kinds.map(() => newCardId());
  const links = arrows.map(() => newLinkId());
  const order = shuffle([...kinds.keys()]);
  return {
    cards,
    links,
    map: {
      cards: order.map((card) => ({ id: cards[card] ?? newCardId(), kind: kinds[card] ?? "factor" })),
      links: shuffle(
        arrows.map(([from, to, strength], arrow) => ({
          id: links[arrow] ?? newLinkId(),
          from: order.indexOf(from),
          to: order.indexOf(to),
          polarity: strength < 0 ? -1 : 1,
          strength: Math.abs(strength),
          isDelayed: false,
        })),
      ),
    },
    people: shuffle(
      people.map(
        (weights) =>
          new Map(
            shuffle(
              weights.flatMap((weight, arrow): [LinkId, number][] => {
                const link = links[arrow];
                return weight === undefined || link === undefined ? [] : [[link, weight]];
              }),
            ),
          ),
      ),
    ),
  };
}

/** The result in the plan's own numbers. */
function run(drawing: Drawing, draws = 100, seed = 7) {
  const robust = createRobustRun(drawing, { draws, seed });
  while (!robust.step(16));
  const result: Robustness = robust.result();
  const { strategies, deciding, ...rest } = result;
  return {
    ...rest,
    strategies: drawing.cards.map((card) => strategies.get(card)),
    deciding: deciding.map(({ link, winner }) => [drawing.links.indexOf(link), drawing.cards.indexOf(winner)]),
  };
}
const bestOf = (result: ReturnType<typeof run>) => result.strategies.flatMap((row) => (row ? [row.best] : []));

/** Two strategies on one expectation, the first drawn stronger; people weigh as given. */
const duel = (...people: readonly (readonly (number | undefined)[])[]): Plan => ({
  kinds: ["strategy", "strategy", "expectation"],
  arrows: [
    [0, 2, 3],
    [1, 2, 2],
  ],
  people,
});

const weight = fc.constantFrom(-3, -2, -1, 1, 2, 3, undefined);
const plans: fc.Arbitrary<Plan> = fc
  .record({
    kinds: fc
      .array(fc.constantFrom<Plan["kinds"][number]>("strategy", "strategy", "factor", "expectation"), { maxLength: 7 })
      .map((kinds): Plan["kinds"] => ["strategy", "strategy", "expectation", ...kinds]),
    arrows: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(-3, -2, -1, 1, 2, 3)), { maxLength: 16 }),
    weights: fc.array(fc.array(weight, { minLength: 16, maxLength: 16 }), { maxLength: 6 }),
  })
  .map(({ kinds, arrows, weights }) => {
    const kept = arrows
      .map(([from, to, strength]) => [from % kinds.length, to % kinds.length, strength] as const)
      .filter(([from, to]) => from !== to);
    return { kinds, arrows: kept, people: weights.map((row) => row.slice(0, kept.length)) };
  });

describe("robust choice", () => {
  it("[M49] has P(best) of 0 or 1 where all agree, and those that tie share", () => {
    const agreed = run(draw(duel([3, 2], [3, 2], [3, 2])));
    expect(bestOf(agreed)).toEqual([1, 0]);
    const loss = Math.tanh(1) - Math.tanh(2 / 3);
    expect(agreed.strategies[1]).toMatchObject({ regret: expect.closeTo(loss, 3) as number, ranks: [0, 1] });
    expect([agreed.word, agreed.people, agreed.draws]).toEqual(["robust", 3, 100]);
    const tied = run(draw(duel([3, 3], [3, 3])));
    expect(bestOf(tied)).toEqual([0.5, 0.5]);
    expect(tied.strategies[0]).toMatchObject({ regret: 0, ranks: [0.5, 0.5] });
    expect(tied.word).toBe("open");
  });

  it("[M49] draws people, not weights: what one person thinks stays together", () => {
    // both always weigh the two alike; drawn apart, one would often be ahead
    const together = run(draw(duel([1, 1], [3, 3], [2, 2])));
    expect(bestOf(together)).toEqual([0.5, 0.5]);
  });

  it("[M49] follows the share of people: a majority of one in three does not make it robust", () => {
    // the median of three drawn says 3 unless two or more of them are the dissenter: 1 − 7/27 = 0.741
    const { strategies, word } = run(draw(duel([3, 2], [3, 2], [1, 2])), 2_000);
    expect(strategies[0]?.best).toBeCloseTo(20 / 27, 1);
    expect(strategies[0]?.low).toBeLessThan(20 / 27);
    expect(strategies[0]?.high).toBeGreaterThan(20 / 27);
    expect(word).toBe("leading");
  });

  it("[M49] moves what one person alone weighed by a step, half of the time", () => {
    // 3 can only fall to 2 (¼); 2 rises to 3 (¼) or falls: a tie of 3 and 3 (¾ · ¼), or 2 and 2 (¼ · ½), one behind (¼ · ¼)
    const { strategies } = run(draw(duel([3, 2])), 4_000);
    const behind = 1 / 16;
    const ties = 3 / 16 + 1 / 8;
    expect(strategies[1]?.best).toBeCloseTo(behind + ties / 2, 1);
    // nobody weighed anything: the board is one person's
    expect(run(draw(duel()), 4_000).strategies[1]?.best).toBeCloseTo(behind + ties / 2, 1);
  });

  it("[M50] gives the same digits for the same seed, however it is cut in pieces", () => {
    fc.assert(
      fc.property(plans, fc.integer(), fc.integer({ min: 1, max: 40 }), (plan, seed, piece) => {
        const drawing = draw(plan);
        const whole = createRobustRun(drawing, { draws: 30, seed });
        expect(whole.step(Infinity)).toBe(true);
        const pieces = createRobustRun(drawing, { draws: 30, seed });
        while (!pieces.step(piece)) pieces.result();
        expect(pieces.result()).toEqual(whole.result());
      }),
      { numRuns: 40 },
    );
  });

  it("[M50] sums P(best), and each rank, to 1, with no figure that is no number", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { strategies } = run(draw(plan), 40);
        const rows = strategies.flatMap((row) => row ?? []);
        const sumOf = (valueOf: (row: (typeof rows)[number]) => number) =>
          rows.reduce((sum, row) => sum + valueOf(row), 0);
        expect(sumOf(({ best }) => best)).toBeCloseTo(1, 9);
        for (const rank of rows.keys()) expect(sumOf(({ ranks }) => ranks[rank] ?? 0)).toBeCloseTo(1, 9);
        for (const { best, low, high, regret, ranks } of rows) {
          expect(low <= best + 1e-12 && best <= high + 1e-12 && regret >= 0 && best === ranks[0]).toBe(true);
          expect(ranks.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[M51] comes out the same under other ids and in any order of cards, links and people", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 1_000 }), (plan, turn) => {
        const shuffle: Shuffle = (values) =>
          values
            .map((value, index) => ({ value, key: Math.imul(index + 1, turn * 2_654_435_761) >>> 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const [one, other] = [run(draw(plan), 40), run(draw(plan, shuffle), 40)];
        const rounded = ({ strategies, word }: typeof one) => ({
          word,
          strategies: strategies.map(
            (row) => row && [row.best, row.low, row.high, row.regret, ...row.ranks].map((x) => Math.round(x * 1e5)),
          ),
        });
        expect(rounded(other)).toEqual(rounded(one));
        expect(new Set(other.deciding.map(([link]) => link))).toEqual(new Set(one.deciding.map(([link]) => link)));
      }),
      { numRuns: 150 },
    );
  });

  it("[M51] gives strategies that nothing tells apart the same figures, to the last digit", () => {
    const twins = run(
      draw({
        ...duel(),
        arrows: [
          [0, 2, 2],
          [1, 2, 2],
        ],
      }),
    );
    expect(bestOf(twins)).toEqual([0.5, 0.5]);
    expect(twins.strategies[0]).toEqual(twins.strategies[1]);
    expect(twins.strategies[0]?.regret).toBeGreaterThan(0);
  });

  it("[M52] is certain of a strategy that is better in every draw", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(1, 2, 3), { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
        (people) => {
          // the first serves two expectations by the arrows that serve the second's one, and one of its own
          const plan: Plan = {
            kinds: ["strategy", "strategy", "factor", "expectation", "expectation"],
            arrows: [
              [0, 2, 3],
              [2, 3, 2],
              [0, 4, 3],
              [1, 4, 1],
            ],
            people: people.map(([a, b, c]) => [a, b, 3, c === 3 ? 2 : c]),
          };
          const { strategies, word } = run(draw(plan), 60);
          if (people.length > 1) {
            expect(strategies[0]).toMatchObject({ best: 1, regret: 0 });
            expect(word).toBe("robust");
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("[M53] names the influences of which one step unseats the best, the largest change first", () => {
    const plan: Plan = {
      kinds: ["strategy", "strategy", "expectation", "factor"],
      arrows: [
        [0, 2, 2],
        [1, 3, 2],
        [3, 2, 3],
        [3, 1, 2],
      ],
      people: [],
    };
    // tanh(2/3) = 0.583 against tanh(tanh(2/3)) = 0.525; a weaker first arrow leaves 0.321, a stronger second brings 0.642
    expect(run(draw(plan)).deciding).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(run(draw(duel([3, 1], [3, 1]))).deciding).toEqual([]);
    // of two that tie, each arrow unseats one
    expect(run(draw(duel([2, 2], [2, 2]))).deciding.map(([link]) => link)).toEqual(expect.arrayContaining([0, 1]));
  });

  it("[M106] says of what would be best after a step whether others would be as good", () => {
    const decidingOf = (plan: Plan) => {
      const drawing = draw(plan);
      const robust = createRobustRun(drawing, { draws: 0, seed: 7 });
      robust.step(Infinity);
      return robust
        .result()
        .deciding.map(({ link, winner, isTied }) => [
          drawing.links.indexOf(link),
          drawing.cards.indexOf(winner),
          isTied,
        ]);
    };
    // three are level: one falls back, and the two others are left
    const arrows: Plan["arrows"] = [
      [0, 3, 3],
      [1, 3, 3],
      [2, 3, 3],
    ];
    const level: Plan = { kinds: ["strategy", "strategy", "strategy", "expectation"], arrows, people: [] };
    expect(decidingOf(level).toSorted()).toEqual([
      [0, 1, true],
      [1, 0, true],
      [2, 0, true],
    ]);
    // of two that are level one falls back, and the other is alone
    expect(decidingOf(duel([2, 2], [2, 2])).toSorted()).toEqual([
      [0, 1, false],
      [1, 0, false],
    ]);
  });

  it("[M105] says that it is whole when all draws are made and each influence was tried, not before", () => {
    const robust = createRobustRun(draw(duel()), { draws: 10, seed: 7 });
    const toldAfter = (steps: number) => [robust.step(steps), robust.result().isWhole];
    expect(toldAfter(0)).toEqual([false, false]);
    // all drawn, and none of the influences tried: 3 can be weakened, 2 both
    expect(toldAfter(10)).toEqual([false, false]);
    expect(toldAfter(2)).toEqual([false, false]);
    expect(toldAfter(1)).toEqual([true, true]);
  });

  it("[M103] says what each strategy is worth against doing nothing, at what the group has in the middle", () => {
    const worthOf = (plan: Parameters<typeof draw>[0]) =>
      run(draw(plan)).strategies.flatMap((each) => each?.worth ?? []);
    const kinds = ["strategy", "strategy", "expectation"] as const;
    const harming = worthOf({
      kinds,
      arrows: [
        [0, 2, -1],
        [1, 2, -3],
      ],
      people: [],
    });
    expect(harming).toEqual([expect.closeTo(-Math.tanh(1 / 3), 3), expect.closeTo(-Math.tanh(1), 3)]);
    expect(
      worthOf({
        kinds,
        arrows: [
          [0, 2, 3],
          [0, 2, -3],
          [1, 2, -1],
        ],
        people: [],
      })[0],
    ).toBe(0);
  });

  it("[M59] has an answer without strategies, with one, without expectations and without draws", () => {
    const empty = { map: { cards: [], links: [] }, people: [] };
    const nothing = createRobustRun(empty, { draws: 10, seed: 1 });
    expect(nothing.step(100)).toBe(true);
    expect(nothing.result()).toEqual({
      draws: 10,
      people: 0,
      strategies: new Map(),
      word: "open",
      deciding: [],
      isWhole: true,
    });
    const one = run(draw({ kinds: ["strategy", "expectation"], arrows: [[0, 1, 2]], people: [] }));
    expect([bestOf(one), one.word]).toEqual([[1], "robust"]);
    const pointless = run(
      draw({ kinds: ["strategy", "strategy", "strategy"], arrows: [[0, 1, 2]], people: [[1], [3]] }),
    );
    expect(bestOf(pointless).map((best) => best.toFixed(3))).toEqual(["0.333", "0.333", "0.333"]);
    const begun = createRobustRun(draw(duel()), { draws: 0, seed: 1 }).result();
    expect([...begun.strategies.values()]).toEqual([
      { best: 0, low: 0, high: 1, regret: 0, worth: expect.any(Number), ranks: [0, 0] },
      { best: 0, low: 0, high: 1, regret: 0, worth: expect.any(Number), ranks: [0, 0] },
    ]);
    // weights that are no number, and links that are gone
    const odd = draw(duel([Number.NaN, 99], [2, -Infinity]));
    expect(
      Number.isFinite(run({ ...odd, people: [...odd.people, new Map([[newLinkId(), 2]])] }).strategies[0]?.best),
    ).toBe(true);
  });
});
