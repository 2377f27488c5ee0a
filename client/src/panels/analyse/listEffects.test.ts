import { newCardId, type Card } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { listEffects } from "./listEffects.ts";

const cards = ["strategy", "factor", "factor", "expectation", "factor"].map((kind): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  text: "",
  position: [0, 0],
  attributes: {},
  extra: {},
}));
const figures = (...values: readonly number[]) => new Map(values.map((value, i) => [cards[i]!.id, value] as const));
const listed = (...input: Parameters<typeof listEffects>) =>
  listEffects(...input).map(({ card, step, before }) => [cards.indexOf(card), step, before]);

describe("the list of effects", () => {
  it("[P58] begins with the largest, whatever its sign, leaves out what is supposed and what stays as it is", () => {
    expect(listed(cards, figures(1), figures(1, 0.3, -0.7, 0.3, 0.001), undefined)).toEqual([
      [2, -4, undefined],
      // equal ones in the order of the board
      [1, 2, undefined],
      [3, 2, undefined],
    ]);
    expect(listed([], new Map(), new Map(), undefined)).toEqual([]);
  });

  it("[P58] begins with the largest difference when two hypotheses are compared, and holds what moves in either", () => {
    expect(
      listed(cards, figures(1), figures(1, 0.3, -0.7, 0, 0), {
        levels: new Map(),
        effects: figures(0, 0.9, -0.6, 0, 0.2),
      }),
    ).toEqual([
      [1, 2, 0.9],
      [4, 0, 0.2],
      [2, -4, -0.6],
    ]);
    // what one of the two supposes is no effect of it
    const kept = { levels: figures(0, 1), effects: figures(0, 1, 0.5, 0, 0) };
    expect(listed(cards, figures(1), figures(1, 0.3, 0, 0, 0), kept)).toEqual([[2, 0, 0.5]]);
  });
});
