import { describe, expect, it } from "vitest";
import {
  LIMITS,
  newCardId,
  newLinkId,
  servingBest,
  type BoardSnapshot,
  type Budget,
  type CardAttributes,
  type CardId,
  type Measure,
  type Polarity,
  type Reading,
  type Strength,
} from "../terms/index.ts";
import { annotateOnMap } from "./annotate.ts";
import { annotateLinks } from "./annotateLinks.ts";
import { drawPeople, think, type Thought } from "./thought.ts";

interface Drawn {
  readonly snapshot: BoardSnapshot;
  readonly idOf: (name: string) => CardId;
  readonly linkOf: (place: number) => string;
}
type Made = readonly [name: string, kind: "expectation" | "factor" | "strategy", attributes?: CardAttributes];
type Linked = readonly [from: string, to: string, strength: Strength, polarity?: Polarity];

function draw(cards: readonly Made[], links: readonly Linked[]): Drawn {
  const ids = new Map(cards.map(([name]) => [name, newCardId()]));
  const idOf = (name: string): CardId => ids.get(name) ?? newCardId();
  const linkIds = links.map(() => newLinkId());
  return {
    idOf,
    linkOf: (place) => linkIds[place] ?? "",
    snapshot: {
      cards: new Map(
        cards.map(([name, kind, attributes = {}], at) => [
          idOf(name),
          { id: idOf(name), kind, at, position: [0, 0], text: name, attributes, extra: {} },
        ]),
      ),
      links: new Map(
        links.map(([from, to, strength, polarity = "+"], at) => {
          const id = linkIds[at] ?? newLinkId();
          const ends = { from: idOf(from), to: idOf(to) };
          return [id, { id, ...ends, at, polarity, strength, delay: false, label: "", attributes: {}, extra: {} }];
        }),
      ),
      comments: new Map(),
      skipped: 0,
    },
  };
}
/** What is thought of a board once people are drawn. */
function thinkThrough({ snapshot }: Drawn, budget?: Budget): Thought {
  const thought = think(snapshot, budget);
  if (thought.robustness !== "pending") return thought;
  const run = drawPeople(thought.map);
  run.step(Infinity);
  return { ...thought, robustness: run.result() };
}
const reader =
  ({ snapshot, idOf }: Drawn, thought: Thought) =>
  (name: string, measure: Measure): Reading | undefined =>
    annotateOnMap(snapshot.cards.values(), thought)
      .get(idOf(name))
      ?.readings.find((reading) => reading.measure === measure);

const hours = (cost: number, gain = 100): CardAttributes => ({ cost, gain, unit: "hour" });
/** One strategy serves an expectation strongly and harms another through a factor; the other serves it weakly. */
const workshop = () =>
  draw(
    [
      ["evenings", "expectation"],
      ["rest", "expectation"],
      ["tiredness", "factor"],
      ["open late", "strategy", hours(40)],
      ["tell of it", "strategy", hours(10)],
      ["do nothing", "strategy"],
    ],
    [
      ["open late", "evenings", 3],
      ["open late", "tiredness", 3],
      ["tiredness", "rest", 1, "-"],
      ["tell of it", "evenings", 1],
    ],
  );
const near = (value: number) => Math.round(value * 1e3) / 1e3;

describe("what strategies serve", () => {
  it("[N19] is where each expectation settles with one alone, the largest effect first, worked by hand", () => {
    const drawn = workshop();
    const read = reader(drawn, think(drawn.snapshot));
    // tanh of the strength's part of 3; through the tired: −tanh(tanh(1) / 3)
    const [strong, weak, harm] = [near(Math.tanh(1)), near(Math.tanh(1 / 3)), near(-Math.tanh(Math.tanh(1) / 3))];
    expect(read("open late", "effect")).toEqual({
      measure: "effect",
      state: "known",
      value: near(Math.tanh(1) - Math.tanh(Math.tanh(1) / 3)),
      n: 2,
      parts: [
        { card: drawn.idOf("evenings"), value: strong },
        { card: drawn.idOf("rest"), value: harm },
      ],
      origin: [],
    });
    expect(read("do nothing", "effect")).toBeUndefined();
    expect(read("evenings", "servedBy")).toEqual({
      measure: "servedBy",
      state: "known",
      value: strong,
      n: 2,
      parts: [
        { card: drawn.idOf("open late"), value: strong },
        { card: drawn.idOf("tell of it"), value: weak },
      ],
      origin: [],
    });
    expect(read("rest", "servedBy")).toMatchObject({ n: 1, value: harm });
  });

  it("[N19] names eight at most, and counts all", () => {
    const names = Array.from({ length: 12 }, (_, index) => `e${index}`);
    const drawn = draw(
      [...names.map((name) => [name, "expectation"] as const), ["s", "strategy"]],
      names.map((name, index) => ["s", name, index < 3 ? 3 : 1] as const),
    );
    const effect = reader(drawn, think(drawn.snapshot))("s", "effect");
    expect([effect?.n, effect?.parts?.length]).toEqual([12, 8]);
    expect(effect?.parts?.slice(0, 3).map(({ card }) => card)).toEqual(names.slice(0, 3).map(drawn.idOf));
  });

  it("[N19] tells what an expectation is served by at best, though others harm it more", () => {
    const harming = Array.from({ length: 9 }, (_, index) => `harm ${index}`);
    const drawn = draw(
      [["e", "expectation"], ...[...harming, "serve"].map((name) => [name, "strategy"] as const)],
      [...harming.map((name) => [name, "e", 3, "-"] as const), ["serve", "e", 1]],
    );
    const read = reader(drawn, think(drawn.snapshot))("e", "servedBy");
    const best = { card: drawn.idOf("serve"), value: near(Math.tanh(1 / 3)) };
    const harm = near(-Math.tanh(1));
    expect(read).toMatchObject({ value: best.value, n: 10 });
    expect(read?.parts).toEqual([
      ...harming.slice(0, LIMITS.partsPerReading - 1).map((name) => ({ card: drawn.idOf(name), value: harm })),
      best,
    ]);
    expect(servingBest(read?.parts ?? [])).toEqual(best);
    // all harm: the least of it
    const parts = [-0.6, -0.2, -0.4].map((value, index) => ({ card: drawn.idOf(`harm ${index}`), value }));
    expect([servingBest(parts), servingBest([])]).toEqual([parts[1], undefined]);
  });

  it("[N24] is beyond where there are too many to try one by one", () => {
    const strategies = Array.from({ length: 300 }, (_, index) => [`s${index}`, "strategy"] as const);
    const drawn = draw([["e", "expectation"], ...strategies], [["s0", "e", 3]]);
    const read = reader(drawn, think(drawn.snapshot, { amount: 1, unit: "hour" }));
    expect(read("s0", "effect")).toEqual({ measure: "effect", state: "beyond", n: 0, origin: [] });
    for (const measure of ["best", "budget"] as const) expect(read("s0", measure)).toBeUndefined();
    expect(read("e", "servedBy")).toBeUndefined();
  });
});

describe("how often a strategy stays best", () => {
  it("[N20] is pending until people are drawn, then said with its interval, people, draws and regret", () => {
    const drawn = workshop();
    expect(reader(drawn, think(drawn.snapshot))("open late", "best")).toEqual({
      measure: "best",
      state: "pending",
      n: 0,
      origin: [],
    });
    const read = reader(drawn, thinkThrough(drawn));
    const [first, second, none] = ["open late", "tell of it", "do nothing"].map((name) => read(name, "best"));
    expect(first).toMatchObject({ state: "known", n: 1, draws: 500 });
    expect((first?.value ?? 0) + (second?.value ?? 0) + (none?.value ?? 0)).toBeCloseTo(1, 2);
    for (const { value = -1, low = 2, high = -2, robustness } of [first, second, none].flatMap((each) => each ?? [])) {
      expect(low <= value && value <= high).toBe(true);
      expect(robustness).toBe(first?.robustness);
    }
    expect(second?.regret ?? 0).toBeGreaterThan(first?.regret ?? 1);
  });

  it("[N20] is not said of one strategy alone, nor where none reaches an expectation", () => {
    const alone = draw(
      [
        ["e", "expectation"],
        ["s", "strategy"],
      ],
      [["s", "e", 3]],
    );
    expect(reader(alone, thinkThrough(alone))("s", "best")).toBeUndefined();
    const apart = draw(
      [
        ["e", "expectation"],
        ["s", "strategy", hours(1)],
        ["t", "strategy", hours(2)],
      ],
      [],
    );
    expect(reader(apart, thinkThrough(apart))("s", "best")).toBeUndefined();
  });
});

describe("a strategy under the budget", () => {
  it("[N21] is in the best portfolio or not, and says nothing without a budget or a cost", () => {
    const drawn = workshop();
    expect(reader(drawn, think(drawn.snapshot))("open late", "budget")).toBeUndefined();
    const read = reader(drawn, think(drawn.snapshot, { amount: 45, unit: "hour" }));
    expect(read("open late", "budget")).toEqual({
      measure: "budget",
      state: "known",
      value: 1,
      n: 1,
      of: 2,
      origin: [],
    });
    expect(read("tell of it", "budget")).toMatchObject({ state: "known", value: 0 });
    expect(read("do nothing", "budget")).toBeUndefined();
    const rich = reader(drawn, think(drawn.snapshot, { amount: 50, unit: "hour" }));
    expect(rich("tell of it", "budget")).toMatchObject({ value: 1, n: 2 });
  });

  it("[N21] is undefined where it is costed in another unit, and tied where another set is as good", () => {
    const drawn = draw(
      [
        ["e", "expectation"],
        ["one", "strategy", hours(10)],
        ["twin", "strategy", hours(10)],
        ["money", "strategy", { cost: 5, gain: 9, unit: "euro" }],
      ],
      [
        ["one", "e", 2],
        ["twin", "e", 2],
        ["money", "e", 3],
      ],
    );
    const read = reader(drawn, think(drawn.snapshot, { amount: 10, unit: "hour" }));
    expect(read("money", "budget")).toMatchObject({ state: "undefined", n: 1, of: 2 });
    expect(["one", "twin"].map((name) => read(name, "budget")?.isTied)).toEqual([true, true]);
  });
});

describe("what is known of links", () => {
  it("[N22] is their loops and the strategy that one step of them would make the best; of others nothing is written", () => {
    const drawn = draw(
      [
        ["e", "expectation"],
        ["f", "factor"],
        ["g", "factor"],
        ["one", "strategy"],
        ["other", "strategy"],
      ],
      [
        ["one", "e", 2],
        ["other", "e", 2, "-"],
        ["other", "f", 3],
        ["f", "g", 2],
        ["g", "f", 1, "-"],
      ],
    );
    const said = annotateLinks(thinkThrough(drawn));
    expect([...said.keys()].toSorted()).toEqual([drawn.linkOf(3), drawn.linkOf(4)].toSorted());
    expect(
      [...said.values()].map(({ strength, n, reinforcing, balancing }) => [strength, n, reinforcing, balancing]),
    ).toEqual([
      [2, 1, 0, 1],
      [-1, 1, 0, 1],
    ]);
    // as strong as each other but for one step
    const close = draw(
      [
        ["e", "expectation"],
        ["one", "strategy"],
        ["other", "strategy"],
      ],
      [
        ["one", "e", 3],
        ["other", "e", 2],
      ],
    );
    const winners = [...annotateLinks(thinkThrough(close)).values()].map(({ winner }) => winner);
    for (const winner of winners) expect(winner).toBe(close.idOf("other"));
  });

  it("[M53] say of each link that decides how much it changes", () => {
    const cards = ["one", "other"].map((name) => [name, "strategy"] as const);
    const drawn = draw(
      [...cards, ["e", "expectation"], ["f", "factor"]],
      [
        ["other", "f", 2],
        ["f", "e", 3],
        ["one", "e", 2],
      ],
    );
    // tanh(tanh(1)) - tanh(2/3), and tanh(tanh(2/3)) - tanh(1/3)
    expect([...annotateLinks(thinkThrough(drawn)).values()].map(({ loss }) => loss)).toEqual([0.059, 0.203]);
  });
});
