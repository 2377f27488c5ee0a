import { z } from "zod";
import type { BoardRules, ThingId } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";

/**
 * The rules of a board as `workshop` holds them, one key per fact: `frozen` → { at }, `lock:<id>` → { at }. They live there, and not
 * on the board, because only the server writes there: who may not edit can't take the rule away either.
 */
const MAP = "rules";
const FROZEN = "frozen";
const LOCK = "lock:";
const inForceSchema = z.object({ at: z.number() });

/** Reads the rules in force; an entry that is malformed is none. */
export function readRules(doc: StateDoc): BoardRules {
  const entries = doc.getMap(MAP);
  const isInForce = (key: string) => inForceSchema.safeParse(entries.get(key)).success;
  const locks = new Set<ThingId>();
  for (const key of entries.keys()) {
    // whatever follows `lock:` was a thing's id when the server wrote it
    if (key.startsWith(LOCK) && isInForce(key)) locks.add(key.slice(LOCK.length) as ThingId);
  }
  return { frozen: isInForce(FROZEN), locks };
}

/** What to write to freeze a board, or to let it go on. */
export const freezing = (frozen: boolean, at: number): StateChange => ({
  map: MAP,
  key: FROZEN,
  value: frozen ? { at } : undefined,
});

/** What to write to lock a thing for all but facilitators, or to unlock it. */
export const locking = (thing: ThingId, locked: boolean, at: number): StateChange => ({
  map: MAP,
  key: LOCK + thing,
  value: locked ? { at } : undefined,
});
