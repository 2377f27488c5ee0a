import type { Card, CardId } from "@palabre/shared/terms";

/** Steps that a card can be brought before the others, and as many behind: more than anybody will. */
const MOST_STEPS = 36 ** 6;
/** A whole number of steps, so written that text sorts as the numbers do; what follows may put a card between two. */
const KEY = /^[ab][\da-z]{6}/;
/** The key of so many steps to the front, or to the back when negative. */
const orderAt = (steps: number): string =>
  (steps < 0 ? "a" : "b") + (steps < 0 ? MOST_STEPS + steps : steps).toString(36).padStart(6, "0");
const stepsOf = (order: string): number =>
  Number.parseInt(order.slice(1, 7), 36) - (order.startsWith("a") ? MOST_STEPS : 0);
/** Where a card lies that nobody brought to the front or to the back. */
const PLAIN = orderAt(0);

/** The key by which a card lies above those with a smaller one, compared as text, within its layer. What a stranger wrote otherwise counts as none. */
export const orderOf = ({ attributes: { order } }: Pick<Card, "attributes">): string =>
  order !== undefined && KEY.test(order) ? order : PLAIN;

export const compareOrders = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Keys for so many cards beyond all others: one after another to the front, or to the back. */
export function ordersBeyond(edge: string, to: "front" | "back", n: number): readonly string[] {
  const first = to === "front" ? stepsOf(edge) + 1 : stepsOf(edge) - n;
  return Array.from({ length: n }, (_, at) => orderAt(first + at));
}

/** Cards from the lowest to the highest, those of one height as they came. */
export function inOrder(cards: Iterable<Card>): readonly Card[] {
  const plain: Card[] = [];
  const moved: { readonly card: Card; readonly order: string }[] = [];
  for (const card of cards) {
    const order = orderOf(card);
    if (order === PLAIN) plain.push(card);
    else moved.push({ card, order });
  }
  if (moved.length === 0) return plain;
  moved.sort((a, b) => compareOrders(a.order, b.order));
  const above = moved.findIndex(({ order }) => order > PLAIN);
  const split = above < 0 ? moved.length : above;
  const cardsOf = (some: typeof moved) => some.map(({ card }) => card);
  return [...cardsOf(moved.slice(0, split)), ...plain, ...cardsOf(moved.slice(split))];
}

/** How many steps above the others a card lies, or below them; who is not named lies where nobody put them. */
export function ranksOf(cards: Iterable<Card>): ReadonlyMap<CardId, number> {
  const moved = [...cards].filter(({ attributes }) => attributes.order !== undefined);
  const keys = [...new Set([PLAIN, ...moved.map((card) => orderOf(card))])].toSorted(compareOrders);
  const plain = keys.indexOf(PLAIN);
  return new Map(moved.map((card) => [card.id, keys.indexOf(orderOf(card)) - plain]));
}
