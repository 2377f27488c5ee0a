import type { PersonId, Role, Together } from "@palabre/shared/terms";
import type { Other } from "../state/index.ts";
import type { HereOrBack } from "./hereOrBack.ts";

/** How the question whether all are ready stands: of the participants who are here, or may be back soon. */
export interface Readiness {
  readonly at: number;
  readonly ready: number;
  readonly asked: number;
  readonly amReady: boolean;
}

/** @param others the other participants */
export function readinessOf(
  { at, ready }: NonNullable<Together["readyCheck"]>,
  others: HereOrBack,
  me: { readonly person: PersonId; readonly role: Role },
): Readiness {
  const asked = new Set(others.keys());
  if (me.role === "participant") asked.add(me.person);
  const answers = [...asked].filter((person) => ready.has(person)).length;
  return { at, ready: answers, asked: asked.size, amReady: ready.has(me.person) };
}

export const participantsOf = (others: readonly Other[]): ReadonlySet<PersonId> =>
  new Set(others.flatMap(({ presence: { user } }) => (user.role === "participant" ? [user.person] : [])));
