import { sizeOf, type BoardSnapshot, type Card, type CardId, type Link, type LinkId } from "@palabre/shared/terms";
import type { Box } from "../box.ts";
import { cardChanges } from "../cardChanges.ts";
import { linksByCard } from "../linksByCard.ts";
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
 * only those that somebody has in hand. Kept from one time to the next: while cards move, only their own links are looked at again.
 */
export function createMounted(): (snapshot: BoardSnapshot, places: Places, window: Box, kept: Kept) => Mounted {
  const crossing = createCrossing();
  return (snapshot, places, window, kept) => {
    if (snapshot.cards.size <= FEW_CARDS) return ALL_MOUNTED;
    const cards = new Set(kept.cards.filter((id) => id !== undefined));
    for (const id of kept.links) {
      const link = snapshot.links.get(id);
      if (link) cards.add(link.from).add(link.to);
    }
    const inWindow = places.within(window);
    if (inWindow.size > MOST_MOUNTED) return { cards, isFar: true };
    for (const id of inWindow) cards.add(id);
    for (const { from, to } of crossing(snapshot, window)) cards.add(from).add(to);
    return { cards, isFar: false };
  };
}

/** The links that may run through a window: the ground that their ways stay on does. */
function createCrossing(): (snapshot: BoardSnapshot, window: Box) => Iterable<Link> {
  let last: (Pick<BoardSnapshot, "cards" | "links"> & { readonly window: Box }) | undefined;
  const found = new Map<LinkId, Link>();
  /** of the links of `last`, once somebody asks */
  let ofCard: ReadonlyMap<CardId, readonly Link[]> | undefined;
  return ({ cards, links }, window) => {
    let asked: Iterable<Link>;
    if (last?.links === links && last.window === window) {
      ofCard ??= linksByCard(links.values());
      const { changed, gone } = cardChanges(last.cards, cards);
      asked = [...changed, ...gone].flatMap((id) => ofCard?.get(id) ?? []);
    } else {
      if (last?.links !== links) ofCard = undefined;
      found.clear();
      asked = links.values();
    }
    last = { cards, links, window };
    for (const link of asked) {
      if (crosses(cards, link, window)) found.set(link.id, link);
      else found.delete(link.id);
    }
    return found.values();
  };
}

/** Asked of every link of a large board when the window moves on: it makes nothing. */
function crosses(cards: BoardSnapshot["cards"], { from, to }: Link, { x, y, width, height }: Box): boolean {
  const [a, b] = [cards.get(from), cards.get(to)];
  return a !== undefined && b !== undefined && spans(a, b, 0, x, x + width) && spans(a, b, 1, y, y + height);
}
/** Whether two cards, with what lies between them, share a place from `least` to `most` of an axis. */
const spans = (a: Card, b: Card, axis: 0 | 1, least: number, most: number): boolean =>
  Math.min(a.position[axis], b.position[axis]) <= most &&
  Math.max(a.position[axis] + sizeOf(a)[axis], b.position[axis] + sizeOf(b)[axis]) >= least;
