import { describe, expect, it } from "vitest";
import { newCardId, type Card, type CardAttributes, type CardId } from "@palabre/shared/terms";
import { tiesOf, withoutRival, withoutStrategy, withStrategy } from "./ties.ts";

const [a, b, c, d, gone] = Array.from({ length: 5 }, newCardId) as [CardId, CardId, CardId, CardId, CardId];
const card = (id: CardId, attributes: CardAttributes = {}, kind = "strategy"): Card => ({
  id,
  kind,
  at: 0,
  position: [0, 0],
  text: "",
  attributes,
  extra: {},
});
const boardOf = (...cards: readonly Card[]) => ({ cards: new Map(cards.map((each) => [each.id, each])) });

describe("the ties of a strategy", () => {
  it("[P66] two strategies that can't go together say so on both, whichever of them was told", () => {
    const [first, second] = [card(a, { excludes: [b] }), card(b)];
    const board = boardOf(first, second, card(c, { excludes: [a, b] }), card(d, {}, "factor"));
    expect(tiesOf(first, board)).toEqual({ requires: [], excludes: [b, c], choices: [] });
    expect(tiesOf(second, board)).toEqual({ requires: [], excludes: [a, c], choices: [] });
  });

  it("[P65] what is no strategy of the board is passed over, and one in the trash is shown but not offered", () => {
    const first = card(a, { requires: [gone, d, c, c, a] });
    const board = boardOf(first, card(b), card(c, { trashedAt: 1 }), card(d, {}, "factor"));
    expect(tiesOf(first, board)).toEqual({ requires: [c], excludes: [], choices: [b] });
  });

  it("[P65] a strategy stands in a list once, and an empty list is none", () => {
    expect(withStrategy(undefined, a)).toEqual([a]);
    expect(withStrategy([a, b], a)).toEqual([a, b]);
    expect(withoutStrategy([a, b], a)).toEqual([b]);
    expect(withoutStrategy([a], a)).toBeUndefined();
    expect(withoutStrategy(undefined, a)).toBeUndefined();
  });

  it("[P66] [P143] that two can't go together is taken back where it was said, and nothing else is written", () => {
    const [both, other, silent] = [card(a, { excludes: [b, c] }), card(b, { excludes: [a] }), card(c)];
    expect(withoutRival(both, other)).toEqual([
      [a, { excludes: [c] }],
      [b, { excludes: undefined }],
    ]);
    expect(withoutRival(both, silent)).toEqual([[a, { excludes: [b] }]]);
    expect(withoutRival(silent, both)).toEqual([[a, { excludes: [b] }]]);
    expect(withoutRival(other, silent)).toEqual([]);
  });
});
