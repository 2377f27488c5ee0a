import { newCardId, newLinkId, type Card, type CardId, type Link, type Pair } from "@palabre/shared/terms";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createLinkRoutes } from "./linkRoutes.ts";

const cardAt = (position: Pair, kind: string): Card => ({
  id: newCardId(),
  kind,
  at: 1,
  position,
  text: "",
  attributes: {},
  extra: {},
});
const linkOf = (from: CardId, to: CardId): Link => ({
  id: newLinkId(),
  from,
  to,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
});
const coordinate = fc.integer({ min: 0, max: 12 }).map((n) => n * 90);
const position = fc.tuple(coordinate, coordinate);
const change = fc.oneof(
  fc.record({ type: fc.constant("card" as const), at: position, isFrame: fc.boolean() }),
  fc.record({ type: fc.constant("link" as const), from: fc.nat(), to: fc.nat() }),
  fc.record({ type: fc.constant("move" as const), card: fc.nat(), to: position }),
  fc.record({ type: fc.constant("unlink" as const), link: fc.nat() }),
  fc.record({ type: fc.constant("purge" as const), card: fc.nat() }),
);
const crowd = fc.array(position, { minLength: 6, maxLength: 14 });
const turn = fc.record({ changes: fc.array(change, { maxLength: 4 }), isFar: fc.boolean() });

it("[B22] routes that followed every change are those of a board seen for the first time", () => {
  fc.assert(
    fc.property(crowd, fc.array(turn, { minLength: 1, maxLength: 20 }), (places, turns) => {
      const cards = new Map(places.map((at) => cardAt(at, "factor")).map((card) => [card.id, card]));
      let links: readonly Link[] = [...cards.keys()].flatMap((id, at, ids) => {
        const other = ids[(at * 3 + 1) % ids.length];
        return other === undefined || other === id ? [] : [linkOf(id, other)];
      });
      const pick = (n: number) => [...cards.values()][n % Math.max(1, cards.size)];
      const follow = createLinkRoutes();
      for (const { changes, isFar } of turns) {
        for (const each of changes) {
          if (each.type === "card") {
            const made = cardAt(each.at, each.isFrame ? "frame" : "factor");
            cards.set(made.id, made);
          } else if (each.type === "link") {
            const [from, to] = [pick(each.from), pick(each.to)];
            if (from && to && from !== to) links = [...links, linkOf(from.id, to.id)];
          } else if (each.type === "unlink") links = links.filter((_, at) => at !== each.link % links.length);
          else {
            const card = pick(each.card);
            if (!card) continue;
            if (each.type === "move") cards.set(card.id, { ...card, position: each.to });
            else {
              cards.delete(card.id);
              links = links.filter(({ from, to }) => from !== card.id && to !== card.id);
            }
          }
        }
        const board = new Map(cards);
        const followed = follow(board, links, new Map(), isFar);
        // seen from far, the links of cards that did not move may wait
        if (isFar) continue;
        const fresh = createLinkRoutes()(board, links, new Map(), false);
        for (const { id } of links) expect(followed.get(id)).toEqual(fresh.get(id));
      }
    }),
  );
});
