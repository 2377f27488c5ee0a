import * as fc from "fast-check";
import { newCardId, type Card } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ordersFor } from "./arrange/raise.ts";
import { inOrder, orderOf, ranksOf } from "./order.ts";

const cardOf = (order?: string): Card => ({
  id: newCardId(),
  kind: "note",
  at: 0,
  position: [0, 0],
  text: "",
  attributes: order === undefined ? {} : { order },
  extra: {},
});
const withOrders = (cards: readonly Card[], orders: ReadonlyMap<Card["id"], string>): readonly Card[] =>
  cards.map((card) => {
    const order = orders.get(card.id);
    return order === undefined ? card : { ...card, attributes: { order } };
  });

describe("the order of cards", () => {
  it("[B26] whatever was brought to the front or the back before, the next one lies above or below all, and the chosen keep their order", () => {
    const step = fc.record({ to: fc.constantFrom("front", "back" as const), chosen: fc.uniqueArray(fc.nat(7)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let cards: readonly Card[] = Array.from({ length: 8 }, () => cardOf());
        for (const { to, chosen } of steps) {
          const ids = new Set(chosen.flatMap((at) => cards[at]?.id ?? []));
          const before = inOrder(cards).filter(({ id }) => ids.has(id));
          cards = withOrders(cards, ordersFor(cards, ids, to as "front" | "back"));
          const after = inOrder(cards).map(({ id }) => id);
          const shown = to === "front" ? after.slice(after.length - ids.size) : after.slice(0, ids.size);
          expect(shown).toEqual(before.map(({ id }) => id));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[B26] what lies above already is not written again, and a key that a stranger wrote counts as none", () => {
    const [a, b] = [cardOf("b00000c"), cardOf()];
    expect(ordersFor([a, b], new Set([a.id]), "front").size).toBe(0);
    expect(["zzz", "", "a", "b0", "é", "c000000"].map((order) => orderOf(cardOf(order)))).toEqual(
      Array(6).fill("b000000"),
    );
    expect([...ranksOf([a, b, cardOf("azzzzzz")]).values()]).toEqual([1, -1]);
  });
});
