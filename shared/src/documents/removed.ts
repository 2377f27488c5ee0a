import { z } from "zod/mini";
import { personIdSchema, type PersonId } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";
import { readEntries } from "./stateEntries.ts";

/** Who was sent off the board, and when: for facilitators, who can let them back in. Whether they come in is the sessions' business. */
const MAP = "removed";
const removedSchema = z.object({ at: z.number() });

/** Reads them; what is malformed is nobody. */
export const readRemoved = (doc: StateDoc): ReadonlyMap<PersonId, { readonly at: number }> =>
  readEntries(doc, MAP, personIdSchema, removedSchema);

/** What to write to list a person among them, or no more. */
export const removing = (person: PersonId, removed: boolean, at: number): StateChange => ({
  map: MAP,
  key: person,
  value: removed ? { at } : undefined,
});
