import type { Card, CardId } from "@palabre/shared/terms";

type Cards = ReadonlyMap<CardId, Card>;

/** What of the cards of a board is other than it was. */
export interface CardChanges {
  /** new ones, and those that are another object: a card stays the same object until it changes */
  readonly changed: readonly CardId[];
  readonly gone: readonly CardId[];
}

/** Several follow the same board, one after the other: it is compared once. What was before is held by nobody for that. */
const known = new WeakMap<Cards, { readonly before: WeakRef<Cards>; readonly changes: CardChanges }>();

export function cardChanges(before: Cards, after: Cards): CardChanges {
  if (before === after) return NONE;
  const last = known.get(after);
  if (last?.before.deref() === before) return last.changes;
  const changes = compare(before, after);
  known.set(after, { before: new WeakRef(before), changes });
  return changes;
}

function compare(before: Cards, after: Cards): CardChanges {
  const changed: CardId[] = [];
  let born = 0;
  for (const [id, card] of after) {
    const was = before.get(id);
    if (was === card) continue;
    changed.push(id);
    if (!was) born += 1;
  }
  const hasLost = before.size + born > after.size;
  return { changed, gone: hasLost ? [...before.keys()].filter((id) => !after.has(id)) : [] };
}
const NONE: CardChanges = { changed: [], gone: [] };
