import { isTrashed, type Card, type CardId, type Pair } from "@palabre/shared/terms";
import { compareOrders, orderOf } from "../order.ts";
import { boxOf, holds, type Box } from "../box.ts";
import { createBoxIndex } from "../boxIndex.ts";
import { cardChanges } from "../cardChanges.ts";
import { isOnLine, nearLine } from "../draw/isOnLine.ts";

/** Where the cards of a board lie, by the squares that they touch: asked many times a second, brought up to date card by card. */
export interface Places {
  /** Takes over the board as it is, without what is in the trash; costs what changed. */
  update(cards: ReadonlyMap<CardId, Card>): void;
  /** Cards that touch a box, in no order. */
  within(box: Box): ReadonlySet<CardId>;
  /**
   * The card at a point: the one that lies highest, of those the one born last, and a frame only where no card is; undefined on the
   * ground. A drawing is where its line runs, and not all over its box.
   */
  at(point: Pair, zoom: number): CardId | undefined;
}

export function createPlaces(): Places {
  let cards: ReadonlyMap<CardId, Card> = new Map();
  const boxes = createBoxIndex<CardId>();
  return {
    update: (next) => {
      const { changed, gone } = cardChanges(cards, next);
      for (const id of changed) {
        const card = next.get(id);
        boxes.put(id, !card || isTrashed(card) ? undefined : boxOf(card));
      }
      for (const id of gone) boxes.put(id, undefined);
      cards = next;
    },
    within: (box) => {
      const found = new Set<CardId>();
      boxes.some(box, (id) => {
        found.add(id);
        return false;
      });
      return found;
    },
    at: (point, zoom) => {
      const hit: CardId[] = [];
      const near = nearLine(zoom);
      boxes.some({ x: point[0] - near, y: point[1] - near, width: 2 * near, height: 2 * near }, (id) => {
        const card = cards.get(id);
        if (card && (isOnLine(card, point, zoom) ?? holds(boxOf(card), point))) hit.push(id);
        return false;
      });
      const [card] = hit.filter((id) => cards.get(id)?.kind !== "frame").toSorted(byBirth(cards));
      return card ?? hit.toSorted(byBirth(cards))[0];
    },
  };
}

const byBirth = (cards: ReadonlyMap<CardId, Card>) => (a: CardId, b: CardId) =>
  byOrder(cards.get(a), cards.get(b)) || (cards.get(b)?.at ?? 0) - (cards.get(a)?.at ?? 0) || (a < b ? 1 : -1);
const byOrder = (a: Card | undefined, b: Card | undefined) => (a && b ? compareOrders(orderOf(b), orderOf(a)) : 0);
