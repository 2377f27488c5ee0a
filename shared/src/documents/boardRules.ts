import { z } from "zod";
import { currentPhase, rulesOfPhase, type BoardRules, type ThingId } from "../terms/index.ts";
import { readAgenda } from "./agenda.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";

/**
 * The rules of a board as `workshop` holds them, one key per fact: `frozen` → { at, isByTimer? }, `lock:<id>` → { at }; what the
 * phase says is in the agenda. They live there, and not on the board, because only the server writes there: who may not edit
 * can't take the rule away either.
 */
const MAP = "rules";
const FROZEN = "frozen";
const LOCK = "lock:";
const inForceSchema = z.object({ at: z.number(), isByTimer: z.boolean().optional() });

/** Reads the rules in force; an entry that is malformed is none. */
export function readRules(doc: StateDoc): BoardRules {
  const entries = doc.getMap(MAP);
  const isInForce = (key: string) => inForceSchema.safeParse(entries.get(key)).success;
  const locks = new Set<ThingId>();
  for (const key of entries.keys()) {
    // whatever follows `lock:` was a thing's id when the server wrote it
    if (key.startsWith(LOCK) && isInForce(key)) locks.add(key.slice(LOCK.length) as ThingId);
  }
  const { agenda, now } = readAgenda(doc);
  const phase = currentPhase(agenda, now);
  return { frozen: isInForce(FROZEN), locks, ...(phase ? { phase: rulesOfPhase(phase) } : {}) };
}

/** What to write to freeze a board, or to let it go on. */
export const freezing = (frozen: boolean, at: number): StateChange => ({
  map: MAP,
  key: FROZEN,
  value: frozen ? { at } : undefined,
});

/** What to write when time is up: a freeze that goes by itself with what made it. */
export const freezingByTimer = (at: number): StateChange => ({ map: MAP, key: FROZEN, value: { at, isByTimer: true } });

/** Whether the board is frozen because time is up, and not by a facilitator's hand. */
export const isFrozenByTimer = (doc: StateDoc): boolean =>
  inForceSchema.safeParse(doc.getMap(MAP).get(FROZEN)).data?.isByTimer === true;

/** What to write to lock a thing for all but facilitators, or to unlock it. */
export const locking = (thing: ThingId, locked: boolean, at: number): StateChange => ({
  map: MAP,
  key: LOCK + thing,
  value: locked ? { at } : undefined,
});
