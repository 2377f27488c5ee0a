import type { Person, StateChange } from "@palabre/shared/documents";
import type { PersonId } from "@palabre/shared/terms";

/** What to write to show a person to all. */
export const showing = (person: PersonId, { name, role, colour }: Person): StateChange => ({
  map: "people",
  key: person,
  value: { name, role, colour },
});
