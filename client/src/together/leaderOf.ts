import type { PersonId, Place } from "@palabre/shared/terms";
import type { Other } from "../state/index.ts";

/** Whom a screen goes with: the person followed, or whom that one follows in turn. */
export type Leader =
  /** the view of the one at the end of the chain; undefined until it is shown */
  | { readonly type: "here"; readonly view: Place | undefined }
  /** nobody of that name is here */
  | { readonly type: "gone" }
  /** they go, in the end, with me: neither moves the other */
  | { readonly type: "circle" };

export function leaderOf(person: PersonId, me: PersonId, others: readonly Other[]): Leader {
  const passed = new Set<PersonId>([me]);
  for (let next = person; ;) {
    if (passed.has(next)) return { type: "circle" };
    passed.add(next);
    const tabs = others
      .map(({ presence }) => presence)
      .filter(({ user, phone }) => user.person === next && phone !== true);
    // whom the one followed went with: that one is here all the same
    if (tabs.length === 0) return next === person ? { type: "gone" } : { type: "here", view: undefined };
    const shown = tabs.find(({ view }) => view !== undefined)?.view;
    const following = tabs.find((tab) => tab.following !== undefined)?.following;
    if (following === undefined) return { type: "here", view: shown };
    next = following;
  }
}

/** Who is here with a page, whose view can be gone with; a phone has none. */
export const onPages = (others: readonly Other[]): ReadonlySet<PersonId> =>
  new Set(others.flatMap(({ presence }) => (presence.phone === true ? [] : [presence.user.person])));
