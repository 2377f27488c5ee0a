import { z } from "zod/mini";
import { currentPhase, rulesOfPhase, type BoardRules, type PersonId, type ThingId } from "../terms/index.ts";
import { readAgenda } from "./agenda.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";

/**
 * The rules of a board as `workshop` holds them, one key per fact: `frozen` → { at, isByTimer? }, `lock:<thing>` → { at },
 * `muted:<person>` → { at }; what the phase says is in the agenda. They live there, and not on the board, because only the server
 * writes there: who may not edit can't take the rule away either.
 */
const MAP = "rules";
const FROZEN = "frozen";
const LOCK = "lock:";
const MUTED = "muted:";
const inForceSchema = z.object({ at: z.number(), isByTimer: z.optional(z.boolean()) });

/** Reads the rules in force; an entry that is malformed is none. */
export function readRules(doc: StateDoc): BoardRules {
  const entries = doc.getMap(MAP);
  const isInForce = (key: string) => inForceSchema.safeParse(entries.get(key)).success;
  const locks = new Set<ThingId>();
  const muted = new Set<PersonId>();
  for (const key of entries.keys()) {
    // whatever follows was an id of its kind when the server wrote it
    if (key.startsWith(LOCK) && isInForce(key)) locks.add(key.slice(LOCK.length) as ThingId);
    if (key.startsWith(MUTED) && isInForce(key)) muted.add(key.slice(MUTED.length) as PersonId);
  }
  const { agenda, now } = readAgenda(doc);
  const phase = currentPhase(agenda, now);
  return {
    frozen: isInForce(FROZEN),
    ...(isFrozenByTimer(doc) ? { isFrozenByTimer: true } : {}),
    locks,
    muted,
    ...(phase ? { phase: rulesOfPhase(phase) } : {}),
  };
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

/** What to write to let a person look on only, or to let them write again. */
export const muting = (person: PersonId, muted: boolean, at: number): StateChange => ({
  map: MAP,
  key: MUTED + person,
  value: muted ? { at } : undefined,
});
