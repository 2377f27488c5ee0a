import { personIdSchema, voicesSchema, type PersonId, type Voices } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";
import { readEntries } from "./stateEntries.ts";

/** How much each person contributed, for facilitators only: who spoke how much is nobody else's. */
const MAP = "voices";

export const readVoices = (doc: StateDoc): ReadonlyMap<PersonId, Voices> =>
  readEntries(doc, MAP, personIdSchema, voicesSchema);

/** What to write to say how much a person contributed. */
export const voicing = (person: PersonId, voices: Voices): StateChange => ({ map: MAP, key: person, value: voices });
