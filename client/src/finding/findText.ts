import { fold } from "@palabre/shared/listening";
import { inReadingOrder, type Placed } from "@palabre/shared/outline";
import { sizeOf, type BoardSnapshot, type Card, type CardId, type LinkId } from "@palabre/shared/terms";

/** Where a text was found. */
export type Hit = { readonly type: "card"; readonly id: CardId } | { readonly type: "link"; readonly id: LinkId };

/** What a text is looked for in: folded, so that "cafe" finds "Café", and as written, for signs that no word is made of. */
const holds = (text: string, folded: string, written: string): boolean =>
  folded === "" ? text.toLowerCase().includes(written) : fold(text).includes(folded);

/**
 * The cards and links that hold a text, as they are read: cards in what they say and in their tags, links in their labels; links follow
 * the card that they leave from.
 */
export function findText(snapshot: BoardSnapshot, query: string): readonly Hit[] {
  const written = query.trim().toLowerCase();
  if (written === "") return [];
  const folded = fold(written).trim();
  const labelled = new Map<CardId, LinkId[]>();
  for (const { id, from, to, label, attributes } of snapshot.links.values()) {
    const isShown =
      attributes.trashedAt === undefined &&
      [from, to].every((end) => snapshot.cards.get(end)?.attributes.trashedAt === undefined);
    if (label !== "" && isShown && holds(label, folded, written))
      labelled.set(from, [...(labelled.get(from) ?? []), id]);
  }
  return inReadingOrder(Array.from(snapshot.cards.values(), placed)).flatMap((id): readonly Hit[] => {
    const card = snapshot.cards.get(id);
    if (!card || card.attributes.trashedAt !== undefined) return [];
    const isFound = [card.text, ...(card.attributes.tags ?? [])].some((text) => holds(text, folded, written));
    const links = (labelled.get(id) ?? []).map((link): Hit => ({ type: "link", id: link }));
    return isFound ? [{ type: "card", id }, ...links] : links;
  });
}

function placed(card: Card): Placed {
  const [x, y] = card.position;
  const [width, height] = sizeOf(card);
  return { id: card.id, box: { x, y, width, height } };
}
