import type { Card, CardId, Pair } from "@palabre/shared/terms";
import type { Other } from "../state/index.ts";

/** How long a drag that has ended is still shown while its one write is awaited. */
export const LANDING_MS = 600;

interface Drag {
  /** where the card lay when the drag was first seen */
  readonly from: Pair;
  readonly by: Pair;
  readonly endedAt: number | undefined;
}
export interface RemoteDrags {
  readonly moved: ReadonlyMap<CardId, Pair>;
  /** when to look again although nothing is heard: a landing that never came */
  readonly until: number | undefined;
}

/**
 * How far others drag cards, from what they show of it.
 *
 * A drag is told by presence and its end by the document, in either order: a card that has been written elsewhere is shown where it
 * was written, and one whose drag has ended waits a moment for that. Frames take along the cards that say they lie in them.
 */
export function createRemoteDrags(): (
  others: readonly Other[],
  cards: ReadonlyMap<CardId, Card>,
  now: number,
) => RemoteDrags {
  const drags = new Map<CardId, Drag>();
  return (others, cards, now) => {
    const shown = new Map<CardId, Pair>();
    for (const { presence } of others) {
      if (presence.drag) for (const id of withContents(presence.drag.cards, cards)) shown.set(id, presence.drag.by);
    }
    for (const [id, by] of shown) {
      const card = cards.get(id);
      if (card) drags.set(id, { from: drags.get(id)?.from ?? card.position, by, endedAt: undefined });
    }
    const moved = new Map<CardId, Pair>();
    let until: number | undefined;
    for (const [id, drag] of drags) {
      const card = cards.get(id);
      const hasLanded = !card || card.position[0] !== drag.from[0] || card.position[1] !== drag.from[1];
      const endedAt = shown.has(id) ? undefined : (drag.endedAt ?? now);
      if (endedAt !== undefined && (hasLanded || now - endedAt >= LANDING_MS)) {
        drags.delete(id);
        continue;
      }
      if (endedAt !== undefined) {
        drags.set(id, { ...drag, endedAt });
        until = Math.min(until ?? Infinity, endedAt + LANDING_MS);
      }
      if (!hasLanded) moved.set(id, drag.by);
    }
    return { moved, until };
  };
}

/** These cards, and those that say they lie in one of them. */
export function withContents(ids: Iterable<CardId>, cards: ReadonlyMap<CardId, Card>): ReadonlySet<CardId> {
  const all = new Set(ids);
  if (![...all].some((id) => cards.get(id)?.kind === "frame")) return all;
  for (const { id, attributes } of cards.values())
    if (attributes.frame !== undefined && all.has(attributes.frame)) all.add(id);
  return all;
}
