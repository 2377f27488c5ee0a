import { COMEBACK_MS } from "../state/index.ts";
import type { PersonId } from "@palabre/shared/terms";

/** Who is here or may be back soon, and since when each is missed, if they are. */
export type HereOrBack = ReadonlyMap<PersonId, number | undefined>;

/**
 * Who is to be counted on: a line that is cut for a moment takes its person away for no longer than it needs to come back. Where one's own
 * line is cut nobody is seen, and nobody is missed for that.
 * @param before who was counted on; the same object is given back while nothing alters
 * @param here who is seen to be here
 */
export function hereOrBack(
  before: HereOrBack,
  here: ReadonlySet<PersonId>,
  isConnected: boolean,
  now: number,
): HereOrBack {
  const after = new Map<PersonId, number | undefined>();
  for (const person of new Set([...before.keys(), ...here])) {
    const since = here.has(person) || !isConnected ? undefined : (before.get(person) ?? now);
    if (since === undefined || now - since < COMEBACK_MS) after.set(person, since);
  }
  const isSame =
    after.size === before.size &&
    [...after].every(([person, since]) => before.has(person) && before.get(person) === since);
  return isSame ? before : after;
}
