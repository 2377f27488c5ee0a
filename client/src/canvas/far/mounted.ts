import type { BoardSnapshot, CardId, LinkId } from "@palabre/shared/terms";
import { boundsOf, boxOf, meets, type Box } from "../box.ts";
import type { Places } from "./places.ts";
import { FEW_CARDS, MOST_MOUNTED } from "./window.ts";

/** What React Flow is given. */
export interface Mounted {
  /** undefined: all */
  readonly cards: ReadonlySet<CardId> | undefined;
  /** the rest of the board is painted beneath */
  readonly isFar: boolean;
}
export const ALL_MOUNTED: Mounted = { cards: undefined, isFar: false };

export interface Kept {
  /** edited, focused, under the pointer or in the hand: mounted wherever they are */
  readonly cards: readonly (CardId | undefined)[];
  /** chosen links: mounted with both ends */
  readonly links: readonly LinkId[];
}

/**
 * Which cards have to be in the page: those in the window and the ends of the links that cross it, or, where that would be too many,
 * only those that somebody has in hand.
 */
export function mountedIn(snapshot: BoardSnapshot, places: Places, window: Box, kept: Kept): Mounted {
  if (snapshot.cards.size <= FEW_CARDS) return ALL_MOUNTED;
  const cards = new Set(kept.cards.filter((id) => id !== undefined));
  for (const id of kept.links) {
    const link = snapshot.links.get(id);
    if (link) cards.add(link.from).add(link.to);
  }
  const inWindow = places.within(window);
  if (inWindow.size > MOST_MOUNTED) return { cards, isFar: true };
  for (const id of inWindow) cards.add(id);
  for (const { from, to } of snapshot.links.values()) {
    const isIn = inWindow.has(from) || inWindow.has(to);
    if (!isIn && !crosses(snapshot, from, to, window)) continue;
    cards.add(from).add(to);
  }
  return { cards, isFar: false };
}

/** Whether a link between two cards may run through the window: the ground that its ways stay on does. */
function crosses(snapshot: BoardSnapshot, from: CardId, to: CardId, window: Box): boolean {
  const ends = [snapshot.cards.get(from), snapshot.cards.get(to)].flatMap((card) => (card ? [boxOf(card)] : []));
  const ground = boundsOf(ends);
  return ends.length === 2 && ground !== undefined && meets(ground, window);
}
