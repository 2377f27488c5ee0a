import { isTrashed, type BoardSnapshot, type Card, type CardId, type Link } from "@palabre/shared/terms";
import { cardChanges } from "./cardChanges.ts";
import { inOrder, ranksOf } from "./order.ts";

/** What is not in the trash, from the lowest to the highest, kept while the snapshot is the same. */
export interface Living {
  readonly cards: ReadonlyMap<CardId, Card>;
  /** with both of their cards */
  readonly links: readonly Link[];
  /** steps to the front or the back */
  readonly ranks: ReadonlyMap<CardId, number>;
}
/** Follows a board; what a change leaves as it was is the same object. */
export function createLiving(): (snapshot: BoardSnapshot) => Living {
  let last: BoardSnapshot | undefined;
  let living: Living = { cards: new Map(), links: [], ranks: new Map() };
  const readAgain = (snapshot: BoardSnapshot): Living => {
    const cards = new Map<CardId, Card>();
    for (const card of inOrder(snapshot.cards.values())) if (!isTrashed(card)) cards.set(card.id, card);
    const links: Link[] = [];
    for (const link of snapshot.links.values())
      if (link.attributes.trashedAt === undefined && cards.has(link.from) && cards.has(link.to)) links.push(link);
    return { cards, links, ranks: ranksOf(cards.values()) };
  };
  return (snapshot: BoardSnapshot): Living => {
    if (snapshot === last) return living;
    const changed = last?.links === snapshot.links ? changedIn(last.cards, snapshot.cards) : undefined;
    last = snapshot;
    if (!changed) return (living = readAgain(snapshot));
    const cards = new Map(living.cards);
    for (const card of changed) if (cards.has(card.id)) cards.set(card.id, card);
    return (living = { ...living, cards });
  };
}
/** The cards that are other ones than before, where none came, went, was thrown away or put higher or lower; undefined when some were. */
function changedIn(before: ReadonlyMap<CardId, Card>, cards: ReadonlyMap<CardId, Card>): readonly Card[] | undefined {
  const { changed, gone } = cardChanges(before, cards);
  if (gone.length > 0) return undefined;
  const others: Card[] = [];
  for (const id of changed) {
    const [was, card] = [before.get(id), cards.get(id)];
    if (!was || !card || isTrashed(was) !== isTrashed(card) || was.attributes.order !== card.attributes.order)
      return undefined;
    others.push(card);
  }
  return others;
}
