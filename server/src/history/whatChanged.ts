import { DEEDS_DONE, type DeedDone, type ThingChanged, type WhatChanged } from "@palabre/shared/protocol";
import {
  isReaction,
  thingIdSchema,
  type BoardId,
  type ChangedFact,
  type Json,
  type PersonId,
  type ThingId,
} from "@palabre/shared/terms";
import type { BoardStore } from "../stores/index.ts";
import { changePages } from "./changes.ts";

/** Things that one list names; beyond it nobody reads on. */
const MOST_THINGS = 500;
/** Entries that are looked through: a day of a busy hall. */
const MOST_ENTRIES = 50_000;

/** What was done on a board since a moment, in words a thing and person, without what was written. */
export async function whatChanged(
  store: Pick<BoardStore, "changes">,
  board: BoardId,
  since: number,
): Promise<WhatChanged> {
  const found = new Map<string, { thing: ThingId; person: PersonId | undefined; did: Set<DeedDone>; at: number }>();
  const gone = new Set<string>();
  let read = 0;
  for await (const { at, person, facts } of changePages(store, board, { since })) {
    if ((read += 1) > MOST_ENTRIES) break;
    const going = new Set<string>();
    for (const { key, after } of facts) {
      const id = /^(?:card|link|comment)\/(.+)$/.exec(key)?.[1];
      if (id === undefined) continue;
      // a restore gives birth again to what was purged
      if (after === undefined) going.add(id);
      else gone.delete(id);
    }
    for (const id of going) gone.add(id);
    for (const fact of facts) {
      const done = deedOf(fact);
      // with a thing its facts are deleted, which is nobody's act on it
      if (!done || going.has(done.thing)) continue;
      const key = `${person ?? ""}/${done.thing}`;
      const known = found.get(key) ?? { thing: done.thing, person, did: new Set<DeedDone>(), at };
      known.did.add(done.did);
      known.at = at;
      found.set(key, known);
    }
  }
  // there is no way to what is gone: it would only take the place of what can be shown
  const newest = [...found.values()].filter(({ thing }) => !gone.has(thing)).sort((a, b) => b.at - a.at);
  return {
    changes: newest.slice(0, MOST_THINGS).map(({ thing, person, did, at }): ThingChanged => ({
      thing,
      ...(person === undefined ? {} : { person }),
      did: DEEDS_DONE.filter((word) => did.has(word)),
      at,
    })),
    isMore: newest.length > MOST_THINGS || read > MOST_ENTRIES,
  };
}

/** What a fact says was done, and to what; undefined for what nobody would call a change. */
function deedOf({ key, before, after, delta }: ChangedFact): { thing: ThingId; did: DeedDone } | undefined {
  const [type, id, name = ""] = key.split("/");
  const thing = thingIdSchema.safeParse(type === "comment" ? onOf(after) : id).data;
  if (!thing) return undefined;
  const as = (did: DeedDone) => ({ thing, did });
  switch (type) {
    case "card":
    case "link":
      return before === undefined && after !== undefined ? as("made") : undefined;
    case "comment":
      return before === undefined ? as("commented") : undefined;
    case "position":
      // born there, it was moved nowhere
      return before === undefined ? undefined : as("moved");
    case "text":
      return delta?.some((part) => !("keep" in part)) === true ? as("wrote") : undefined;
    case "attribute":
      if (name === "trashedAt") return as(after === undefined ? "broughtBack" : "trashed");
      // one that is taken back leaves nothing to be told
      if (isReaction(name)) return after === undefined ? undefined : as("reacted");
      // goes with the place where a card lies
      return name === "frame" ? undefined : as("set");
    default:
      return undefined;
  }
}

const onOf = (comment: Json | undefined): unknown =>
  typeof comment === "object" && comment !== null && "on" in comment ? comment["on"] : undefined;
