import { isTrashed, type BoardSnapshot, type Card, type CardId, type Link, type LinkId } from "@palabre/shared/terms";

/** The cards and links of a selection that are there and not in the trash, in the order they were selected. */
export function selectedThings(
  selection: Iterable<CardId | LinkId>,
  snapshot: Pick<BoardSnapshot, "cards" | "links">,
): { readonly cards: readonly Card[]; readonly links: readonly Link[] } {
  const cards: Card[] = [];
  const links: Link[] = [];
  for (const id of selection) {
    // a selection says not which of the two an id is; only one of the maps has it
    const card = snapshot.cards.get(id as CardId);
    const link = snapshot.links.get(id as LinkId);
    if (card && !isTrashed(card)) cards.push(card);
    else if (link && link.attributes.trashedAt === undefined) links.push(link);
  }
  return { cards, links };
}
