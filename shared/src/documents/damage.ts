import { z } from "zod/mini";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";

/** Records of a board that could not be read when it was opened, were set aside, and no facilitator has taken note of. */
export interface DamageNotice {
  readonly count: number;
  readonly at: number;
}

/** `workshop` holds a notice for each document, by its name: how many records are set aside in all, and of how many somebody took note. */
const MAP = "notices";
const DAMAGE = "damage:";
const entrySchema = z.object({ count: z.int(), seen: z.int(), at: z.number() });
type Entry = z.infer<typeof entrySchema>;

function readEntries(doc: StateDoc): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [key, value] of doc.getMap(MAP).entries()) {
    const entry = key.startsWith(DAMAGE) ? entrySchema.safeParse(value) : undefined;
    if (entry?.success) entries.set(key, entry.data);
  }
  return entries;
}

/** What of all documents is still to be seen; undefined when nothing is. */
export function readDamage(doc: StateDoc): DamageNotice | undefined {
  const unseen = [...readEntries(doc).values()].filter(({ count, seen }) => count > seen);
  if (unseen.length === 0) return undefined;
  return {
    count: unseen.reduce((sum, { count, seen }) => sum + count - seen, 0),
    at: Math.max(...unseen.map(({ at }) => at)),
  };
}

/** What to write when `count` records of a document are set aside; nothing when that is known. */
export function damageFound(doc: StateDoc, document: string, count: number, at: number): readonly StateChange[] {
  const known = readEntries(doc).get(DAMAGE + document);
  if (known && known.count >= count) return [];
  return [{ map: MAP, key: DAMAGE + document, value: { count, seen: known?.seen ?? 0, at } }];
}

/** What to write once somebody took note of all of it. */
export const damageSeen = (doc: StateDoc): readonly StateChange[] =>
  [...readEntries(doc)].map(([key, entry]) => ({ map: MAP, key, value: { ...entry, seen: entry.count } }));
