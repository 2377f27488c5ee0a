import { describe, expect, it } from "vitest";
import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type Link,
} from "../../terms/index.ts";
import { readMap } from "./index.ts";

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
});
