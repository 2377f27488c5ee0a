import { describe, expect, it } from "vitest";
import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type Link,
} from "../../terms/index.ts";
import { createRobustRun } from "../decision/index.ts";
import { analyseStructure, readMap } from "./index.ts";

const card = (kind: string, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  attributes,
  at: 1,
  position: [0, 0],
  text: "",
  extra: {},
});
const link = (from: Card, to: Card, rest: Partial<Link> = {}): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
  ...rest,
});
const board = (cards: readonly Card[], links: readonly Link[]): BoardSnapshot => ({
  cards: new Map(cards.map((one) => [one.id, one])),
  links: new Map(links.map((one) => [one.id, one])),
  comments: new Map(),
  skipped: 0,
});

describe("the map of a board", () => {
  it("[M59] holds what acts on what, without drawings, trash and links onto oneself", () => {
    const [factor, note, strategy, expectation] = [card("factor"), card("note"), card("strategy"), card("expectation")];
    const gone = card("factor", { trashedAt: 5 });
    const kept = link(strategy, factor, { polarity: "-", strength: 3, delay: true });
    const links = [
      kept,
      link(factor, note),
      link(factor, gone),
      link(factor, factor),
      link(factor, expectation, { attributes: { trashedAt: 5 } }),
    ];
    expect(readMap(board([factor, note, strategy, gone, expectation], links))).toEqual({
      cards: [
        { id: factor.id, kind: "factor" },
        { id: strategy.id, kind: "strategy" },
        { id: expectation.id, kind: "expectation" },
      ],
      links: [{ id: kept.id, from: 1, to: 0, polarity: -1, strength: 3, isDelayed: true }],
    });
    expect(readMap(board([], []))).toEqual({ cards: [], links: [] });
  });

  it("[M100] takes the group's median of a link where one is published, and nothing goes through a link without effect", () => {
    const [strategy, factor, expectation] = [card("strategy"), card("factor"), card("expectation")];
    const [turned, between, idle, drawn] = [
      link(strategy, expectation, { strength: 3 }),
      link(factor, expectation, { polarity: "-", strength: 1 }),
      link(factor, strategy, { delay: true }),
      link(strategy, factor, { polarity: "-", strength: 3 }),
    ];
    const weights = new Map([
      [turned.id, { median: -2 }],
      [between.id, { median: 2.5 }],
      [idle.id, { median: 0 }],
    ]);
    const map = readMap(board([strategy, factor, expectation], [turned, between, idle, drawn]), weights);
    expect(map.links).toEqual([
      { id: turned.id, from: 0, to: 2, polarity: -1, strength: 2, isDelayed: false },
      { id: between.id, from: 1, to: 2, polarity: 1, strength: 2.5, isDelayed: false },
      { id: drawn.id, from: 0, to: 1, polarity: -1, strength: 3, isDelayed: false },
    ]);
    expect(map.silent).toEqual([{ id: idle.id, from: 1, to: 0, polarity: 1, strength: 0, isDelayed: true }]);
    // the way back from the factor is silent: no loop
    expect(analyseStructure(map).loops).toEqual([]);
  });

  it("[M101] people are drawn on a link without effect too: others of the same group might see one", () => {
    const [one, other, expectation] = [card("strategy"), card("strategy"), card("expectation")];
    const [split, weak] = [link(one, expectation), link(other, expectation, { strength: 1 })];
    const people = [3, 3, 3, -3, -3, -3].map((weight) => new Map([[split.id, weight]]));
    const weights = new Map([[split.id, { median: 0 }]]);
    const map = readMap(board([one, other, expectation], [split, weak]), weights);
    const run = createRobustRun({ map, people }, { draws: 200, seed: 1 });
    run.step(Infinity);
    const best = run.result().strategies.get(one.id)?.best ?? 0;
    expect(best).toBeGreaterThan(0.3);
    expect(best).toBeLessThan(0.6);
  });
});
