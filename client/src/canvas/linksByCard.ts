import type { CardId, Link } from "@palabre/shared/terms";

/** The links at each card, at both ends. */
export function linksByCard(links: Iterable<Link>): ReadonlyMap<CardId, readonly Link[]> {
  const found = new Map<CardId, Link[]>();
  for (const link of links)
    for (const card of new Set([link.from, link.to])) {
      const known = found.get(card);
      if (known) known.push(link);
      else found.set(card, [link]);
    }
  return found;
}
