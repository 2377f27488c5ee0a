import { z } from "zod/mini";
import {
  languageSchema,
  nameSchema,
  personColourSchema,
  personIdSchema,
  roleSchema,
  sourceIdSchema,
  sourceSchema,
  type BoardRules,
  type Budget,
  type Language,
  type PersonColour,
  type PersonId,
  type Role,
  type Source,
  type SourceId,
  type Spotlight,
  type Together,
  type WaitingDrafts,
  type Voices,
} from "../terms/index.ts";
import { readAgenda, type AgendaStand } from "./agenda.ts";
import { readDrafts } from "./drafts.ts";
import { readRules } from "./boardRules.ts";
import { readConducted } from "./conducted.ts";
import { readDamage, type DamageNotice } from "./damage.ts";
import type { StateDoc } from "./doc.ts";
import { hasWaitingRoom, waitingSchema, type WaitingPerson } from "./door.ts";
import { DESK_MAPS, WORKSHOP_MAPS } from "./layout.ts";
import { readRemoved } from "./removed.ts";
import type { StateChange, WorkshopMap } from "./stateChange.ts";
import { readEntries } from "./stateEntries.ts";
import { readTogether } from "./together.ts";
import { readVoices } from "./voices.ts";

/** A person of the workshop, here or not. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly colour: PersonColour;
}
/** What all may know of the listening; addresses and health are on the desk. */
export interface ListeningSummary {
  readonly sources: number;
  readonly posts: number;
  /** when a source was last read; undefined before the first time */
  readonly readAt?: number | undefined;
  /** the operator's service to which parts of posts go, to compare themes across languages; undefined: there is none */
  readonly comparedBy?: string | undefined;
  /** sources whose last try failed */
  readonly late: number;
}
/** What all may know of a workshop but for what is said of cards and links, which is read by itself. */
export interface Workshop extends AgendaStand {
  readonly title: string;
  readonly language: Language;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly listening: ListeningSummary;
  readonly rules: BoardRules;
  /** of phases with drafts, revealed or not */
  readonly drafts: readonly WaitingDrafts[];
  /** how much may be spent; undefined while no facilitator has said so */
  readonly budget: Budget | undefined;
  /** what is shown to everybody; undefined = the whole board, as it is */
  readonly spotlight: Spotlight | undefined;
  /** undefined when all could be read, or once a facilitator has seen it */
  readonly damage: DamageNotice | undefined;
  readonly together: Together;
}
export interface Desk {
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** who was sent off the board, and when */
  readonly removed: ReadonlyMap<PersonId, { readonly at: number }>;
  /** how much each person contributed */
  readonly voices: ReadonlyMap<PersonId, Voices>;
  /** whether who comes now waits until a facilitator lets them in */
  readonly hasWaitingRoom: boolean;
  /** who waits to be let in, and who was refused */
  readonly waiting: ReadonlyMap<PersonId, WaitingPerson>;
}

const personSchema = z.object({ name: nameSchema, role: roleSchema, colour: personColourSchema });
const listeningSchema = z.object({
  sources: z.int(),
  posts: z.int(),
  readAt: z.optional(z.number()),
  comparedBy: z.optional(z.string()),
  late: z.int(),
});

/** Reads `workshop`; what is missing or wrong reads as its empty value. */
export function readWorkshop(doc: StateDoc): Workshop {
  const about = doc.getMap("about" satisfies WorkshopMap);
  return {
    title: z.catch(z.string(), "").parse(about.get("title")),
    language: z.catch(languageSchema, "fr").parse(about.get("language")),
    people: readEntries(doc, "people", personIdSchema, personSchema),
    listening: z
      .catch(listeningSchema, { sources: 0, posts: 0, late: 0 })
      .parse(doc.getMap("listening" satisfies WorkshopMap).get("summary")),
    rules: readRules(doc),
    ...readAgenda(doc),
    drafts: readDrafts(doc),
    ...readConducted(doc),
    damage: readDamage(doc),
    together: readTogether(doc),
  };
}
export function readDesk(doc: StateDoc): Desk {
  return {
    sources: readEntries(doc, "sources", sourceIdSchema, sourceSchema),
    removed: readRemoved(doc),
    voices: readVoices(doc),
    hasWaitingRoom: hasWaitingRoom(doc),
    waiting: readEntries(doc, "waiting", personIdSchema, waitingSchema),
  };
}

/**
 * Writes facts of `workshop` or `desk` in one transaction; a value that is there already is not written again, so that a
 * recomputed annotation that came out the same costs nothing anywhere.
 * @returns how many were written
 */
export function writeState(doc: StateDoc, changes: readonly StateChange[]): number {
  let written = 0;
  doc.transact(() => {
    for (const { map, key, value } of changes) {
      const entries = doc.getMap(map);
      const stored = value === undefined ? undefined : JSON.stringify(value);
      const present = entries.get(key);
      if (stored === (present === undefined ? undefined : JSON.stringify(present))) continue;
      if (stored === undefined) entries.delete(key);
      // through JSON, so that no `undefined` enters the document and a stored value compares with a new one
      else entries.set(key, JSON.parse(stored));
      written += 1;
    }
  });
  return written;
}

/** Calls back after each transaction that changed `workshop` or `desk`, with the keys that changed by map. */
export function observeState(
  doc: StateDoc,
  listener: (changed: ReadonlyMap<string, ReadonlySet<string>>) => void,
): () => void {
  const handler = (transaction: { changed: Map<unknown, Set<string | null>> }) => {
    const changed = new Map<string, Set<string>>();
    for (const name of [...WORKSHOP_MAPS, ...DESK_MAPS]) {
      const keys = doc.share.has(name) ? transaction.changed.get(doc.getMap(name)) : undefined;
      if (keys) changed.set(name, new Set([...keys].filter((key) => key !== null)));
    }
    if (changed.size > 0) listener(changed);
  };
  doc.on("afterTransaction", handler);
  return () => doc.off("afterTransaction", handler);
}
