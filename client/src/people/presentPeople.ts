import type { PersonColour, PersonId, Role } from "@palabre/shared/terms";
import type { Other } from "../state/index.ts";

/** Somebody who is here now, whatever the number of their tabs and phones. */
export interface PresentPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly colour: PersonColour;
  readonly isMe: boolean;
  /** with a phone only: there is no view of theirs to go with */
  readonly isOnPhone: boolean;
}

/** Who is here: me first, then the others by name. */
export function presentPeople(
  me: Omit<PresentPerson, "isMe" | "isOnPhone">,
  others: readonly Other[],
  locale: string,
): readonly PresentPerson[] {
  const byPerson = new Map<PersonId, PresentPerson>();
  for (const { presence } of others) {
    const { person, name, role, colour } = presence.user;
    if (person === me.person) continue;
    const isOnPhone = presence.phone === true && byPerson.get(person)?.isOnPhone !== false;
    byPerson.set(person, { person, name, role, colour, isMe: false, isOnPhone });
  }
  const byName = [...byPerson.values()].sort(
    (a, b) => a.name.localeCompare(b.name, locale) || (a.person < b.person ? -1 : 1),
  );
  return [{ ...me, isMe: true, isOnPhone: false }, ...byName];
}

/** Who came and who went between two moments, without oneself. */
export function arrivals(
  before: readonly PresentPerson[],
  after: readonly PresentPerson[],
): { readonly came: readonly PresentPerson[]; readonly went: readonly PresentPerson[] } {
  const without = (people: readonly PresentPerson[], others: readonly PresentPerson[]) => {
    const known = new Set(others.map(({ person }) => person));
    return people.filter(({ person }) => !known.has(person));
  };
  return { came: without(after, before), went: without(before, after) };
}

/** Two letters for an avatar, as a reader counts them; the name always goes with it. */
export const initialsOf = (name: string): string =>
  [...new Intl.Segmenter().segment(name.trim())]
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join("");
