import type { PersonColour, PersonId, Role } from "@palabre/shared/terms";
import { useOthers, useWorkshop } from "../state/index.ts";

/** Somebody of the workshop as they are known, here or not; undefined for whom nobody knows. */
export function usePerson(
  person: PersonId | undefined,
): { readonly name: string; readonly colour: PersonColour; readonly role: Role } | undefined {
  const known = useWorkshop().people.get(person as PersonId);
  const present = useOthers().find(({ presence }) => presence.user.person === person)?.presence.user;
  return present ?? known;
}
