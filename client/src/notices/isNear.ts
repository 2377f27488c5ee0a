import type { BoardSnapshot, CardId, LinkId, PersonId } from "@palabre/shared/terms";
import type { BoardState } from "../state/index.ts";

/** Where one is: what is chosen, and the card that has the keyboard. */
export function hereOf({ ui }: Pick<BoardState, "ui">): ReadonlySet<string> {
  const focused = document.activeElement?.closest("[data-card]")?.getAttribute("data-card");
  return new Set<string>([...ui.get().selection, ...(focused == null ? [] : [focused])]);
}

/**
 * Whether a thing is one's own business: a card that one stands on or made, one that is linked to where one stands, and the links of
 * those that one stands on.
 * @param here the cards and links that are chosen or have the keyboard
 */
export function isNear(
  thing: CardId | LinkId,
  here: ReadonlySet<string>,
  me: PersonId,
  { cards, links }: Pick<BoardSnapshot, "cards" | "links">,
): boolean {
  if (here.has(thing) || cards.get(thing as CardId)?.by === me) return true;
  // where nobody stands nothing is near, which need not be asked of every link
  if (here.size === 0) return false;
  const link = links.get(thing as LinkId);
  if (link) return here.has(link.from) || here.has(link.to);
  for (const { from, to, attributes } of links.values()) {
    if (attributes.trashedAt !== undefined) continue;
    if ((from === thing && here.has(to)) || (to === thing && here.has(from))) return true;
  }
  return false;
}
