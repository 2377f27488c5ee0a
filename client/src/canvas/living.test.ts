import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
  type LinkId,
} from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLiving } from "./living.ts";

const [cardIds, linkIds] = [Array.from({ length: 6 }, newCardId), Array.from({ length: 4 }, newLinkId)];
const trashedAt = fc.option(fc.constant(1), { nil: undefined });
const order = fc.constantFrom(undefined, "a000001", "b000001", "b000002");
const turn = fc.oneof(
  fc.record({
    type: fc.constant("card" as const),
    id: fc.constantFrom(...cardIds),
    x: fc.nat(9),
    attributes: fc.record({ trashedAt, order }),
  }),
  fc.record({
    type: fc.constant("link" as const),
    id: fc.constantFrom(...linkIds),
    from: fc.constantFrom(...cardIds),
    to: fc.constantFrom(...cardIds),
    trashedAt,
  }),
  fc.record({ type: fc.constant("purge" as const), id: fc.constantFrom(...cardIds) }),
);
const set = (attributes: CardAttributes | Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

describe("what lives on a board", () => {
  it("[B10] is the same for who followed it and for who comes now, whatever moved, was thrown away, brought back or put in front", () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 30, size: "max" }), (turns) => {
        const livingOf = createLiving();
        let [cards, links]: [ReadonlyMap<CardId, Card>, ReadonlyMap<LinkId, Link>] = [new Map(), new Map()];
        for (const act of turns) {
          if (act.type === "card") {
            const { id, x, attributes } = act;
            const made: Card = {
              id,
              kind: "note",
              at: 1,
              position: [x, 0],
              text: "",
              attributes: set(attributes),
              extra: {},
            };
            cards = new Map(cards).set(id, made);
          } else if (act.type === "link") {
            const { id, from, to } = act;
            const attributes = set({ trashedAt: act.trashedAt });
            const made: Link = {
              id,
              from,
              to,
              at: 1,
              polarity: "+",
              strength: 2,
              delay: false,
              label: "",
              attributes,
              extra: {},
            };
            links = new Map(links).set(id, made);
          } else cards = new Map([...cards].filter(([id]) => id !== act.id));
          const snapshot: BoardSnapshot = { cards, links, comments: new Map(), skipped: 0 };
          const [followed, fresh] = [livingOf(snapshot), createLiving()(snapshot)];
          expect(followed).toEqual(fresh);
          expect([...followed.cards.keys()]).toEqual([...fresh.cards.keys()]);
        }
      }),
    );
  });
});
