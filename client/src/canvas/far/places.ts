import { isTrashed, type Card, type CardId, type Pair } from "@palabre/shared/terms";
import { compareOrders, orderOf } from "../order.ts";
import { boxOf, holds, type Box } from "../box.ts";

const CELL_PX = 800;
/** More squares than a board is high: their numbers never meet. */
const ROW = 100_000;

/** Where the cards of a board lie, by the squares that they touch: asked many times a second, brought up to date card by card. */
export interface Places {
  /** Takes over the board as it is, without what is in the trash; costs what changed. */
  update(cards: ReadonlyMap<CardId, Card>): void;
  /** Cards that touch a box, in no order. */
  within(box: Box): ReadonlySet<CardId>;
  /** The card at a point: the one that lies highest, of those the one born last, and a frame only where no card is; undefined on the ground. */
  at(point: Pair): CardId | undefined;
}

export function createPlaces(): Places {
  let cards: ReadonlyMap<CardId, Card> = new Map();
  const boxes = new Map<CardId, Box>();
  const cells = new Map<number, Set<CardId>>();
  const put = (id: CardId, box: Box) => {
    boxes.set(id, box);
    for (const key of cellsOf(box)) {
      const cell = cells.get(key);
      if (cell) cell.add(id);
      else cells.set(key, new Set([id]));
    }
  };
  const take = (id: CardId, box: Box) => {
    boxes.delete(id);
    for (const key of cellsOf(box)) cells.get(key)?.delete(id);
  };
  return {
    update: (next) => {
      if (next === cards) return;
      for (const [id, card] of next) {
        if (cards.get(id) === card) continue;
        const [was, is] = [boxes.get(id), isTrashed(card) ? undefined : boxOf(card)];
        if (was && is && isSame(was, is)) continue;
        if (was) take(id, was);
        if (is) put(id, is);
      }
      for (const [id, box] of boxes) if (!next.has(id)) take(id, box);
      cards = next;
    },
    within: (box) => {
      const found = new Set<CardId>();
      const touches = (id: CardId) => {
        const its = boxes.get(id);
        if (its && meets(its, box)) found.add(id);
      };
      // a view of the whole board has more squares than there are cards
      if (cellCount(box) > cells.size) for (const id of boxes.keys()) touches(id);
      else for (const key of cellsOf(box)) for (const id of cells.get(key) ?? []) touches(id);
      return found;
    },
    at: (point) => {
      const hit = [...(cells.get(cellsOf({ x: point[0], y: point[1], width: 0, height: 0 })[0] ?? 0) ?? [])].filter(
        (id) => holds(boxes.get(id) ?? NOWHERE, point),
      );
      const [card] = hit.filter((id) => cards.get(id)?.kind !== "frame").toSorted(byBirth(cards));
      return card ?? hit.toSorted(byBirth(cards))[0];
    },
  };
}
const NOWHERE: Box = { x: Infinity, y: Infinity, width: 0, height: 0 };

/** Whether two boxes share a point. */
export const meets = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

const isSame = (a: Box, b: Box) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const byBirth = (cards: ReadonlyMap<CardId, Card>) => (a: CardId, b: CardId) =>
  byOrder(cards.get(a), cards.get(b)) || (cards.get(b)?.at ?? 0) - (cards.get(a)?.at ?? 0) || (a < b ? 1 : -1);
const byOrder = (a: Card | undefined, b: Card | undefined) => (a && b ? compareOrders(orderOf(b), orderOf(a)) : 0);

const spanOf = ({ x, y, width, height }: Box) => ({
  x0: Math.floor(x / CELL_PX),
  x1: Math.floor((x + width) / CELL_PX),
  y0: Math.floor(y / CELL_PX),
  y1: Math.floor((y + height) / CELL_PX),
});
function cellCount(box: Box): number {
  const { x0, x1, y0, y1 } = spanOf(box);
  return (x1 - x0 + 1) * (y1 - y0 + 1);
}
function cellsOf(box: Box): readonly number[] {
  const { x0, x1, y0, y1 } = spanOf(box);
  const keys: number[] = [];
  for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) keys.push(x * ROW + y);
  return keys;
}
