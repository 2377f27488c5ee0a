import type { BoardSnapshot, Card, CardId, Comment, CommentId, Link, LinkId } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { observeBoard, type BoardChange } from "./observe.ts";
import { assemble, readAttributeNames, readCard, readComment, readLink } from "./read.ts";

/**
 * A board that is read as it changes: after each transaction only the cards and links that it touched are read again, once somebody asks
 * for them, and every other one stays the same object. What has not changed compares equal by identity, which is what a view redraws by.
 */
export interface BoardView {
  card(id: CardId): Card | undefined;
  /** a link whose two cards exist */
  link(id: LinkId): Link | undefined;
  /** made when first asked for after a change; the same object until the next one */
  snapshot(): BoardSnapshot;
  /** Called after the view is up to date; returns the undoing. */
  subscribe(listener: (change: BoardChange) => void): () => void;
  close(): void;
}
interface OpenedView extends BoardView {
  /** Reads so many things that nobody has asked for yet: a large board is read turn by turn. @returns whether there are more */
  readSome(atMost: number): boolean;
}

export function openBoardView(doc: BoardDoc): OpenedView {
  const names = readAttributeNames(doc);
  const cards = new Map<CardId, Card>();
  const links = new Map<LinkId, Link>();
  const comments = new Map<CommentId, Comment>();
  const skipped = new Map<string, number>();
  /** not read yet, or touched since they were: most moves of a crowd nobody on the server ever asks about */
  const stale = new Set<string>();
  /** read again since the last snapshot, and whether something came or went */
  const again = { cards: new Set<CardId>(), links: new Set<LinkId>(), comments: new Set<CommentId>() };
  let isOther = true;
  const listeners = new Set<(change: BoardChange) => void>();
  let cached: BoardSnapshot | undefined;
  let last: BoardSnapshot | undefined;

  const keep = <Id extends string, T extends Born>(
    into: Map<Id, T>,
    changed: Set<Id>,
    key: Id,
    read: { value: T | undefined; skipped: number },
  ) => {
    changed.add(key);
    isOther ||= !isSameBirth(into.get(key), read.value);
    if (read.value === undefined) into.delete(key);
    else into.set(key, read.value);
    if (read.skipped > 0) skipped.set(key, read.skipped);
    else skipped.delete(key);
  };
  // keys are ids once the reader has accepted them; it is asked with whatever key the document holds
  const readThing = (key: string) => {
    if (mapOf(doc, "cards").has(key)) keep(cards, again.cards, key as CardId, readCard(doc, key, names));
    else if (mapOf(doc, "links").has(key)) keep(links, again.links, key as LinkId, readLink(doc, key, names));
    else if (mapOf(doc, "comments").has(key))
      keep(comments, again.comments, key as CommentId, readComment(doc, key, names));
    else {
      // deleted for good, as what lay long in the trash is
      for (const things of [cards, links, comments] as Map<string, unknown>[]) isOther = things.delete(key) || isOther;
      skipped.delete(key);
    }
  };
  const refresh = (key: string) => {
    if (stale.delete(key)) readThing(key);
  };
  const refreshAll = () => {
    for (const key of stale) readThing(key);
    stale.clear();
  };
  for (const map of ["cards", "links", "comments"] as const) for (const key of mapOf(doc, map).keys()) stale.add(key);

  const idOf = (fact: BoardChange["facts"][number]): string => {
    switch (fact.type) {
      case "card":
      case "position":
      case "text":
        return fact.card;
      case "link":
        return fact.link;
      case "comment":
        return fact.comment;
      case "attribute":
        return fact.on;
    }
  };
  const close = observeBoard(doc, (change) => {
    cached = undefined;
    for (const fact of change.facts) {
      stale.add(idOf(fact));
      if (fact.type !== "attribute") continue;
      const known = names.get(fact.on) ?? new Set();
      if (mapOf(doc, "attributes").has(`${fact.on}/${fact.name}`)) names.set(fact.on, known.add(fact.name));
      else known.delete(fact.name);
    }
    for (const listener of listeners) listener(change);
  });
  const card = (id: CardId) => {
    refresh(id);
    return cards.get(id);
  };
  return {
    card,
    link: (id) => {
      refresh(id);
      const link = links.get(id);
      return link && card(link.from) && card(link.to) ? link : undefined;
    },
    snapshot: () => {
      refreshAll();
      if (cached) return cached;
      const unread = [...skipped.values()].reduce((a, b) => a + b, 0);
      cached =
        isOther || !last
          ? assemble(cards.values(), links.values(), comments.values(), unread)
          : // nothing was born or born otherwise, so the order stands
            {
              cards: renewed(last.cards, cards, again.cards),
              links: renewed(last.links, links, again.links),
              comments: renewed(last.comments, comments, again.comments),
              skipped: unread,
            };
      isOther = false;
      for (const ids of Object.values(again)) ids.clear();
      return (last = cached);
    },
    readSome: (atMost) => {
      let left = atMost;
      for (const key of stale) {
        if (left <= 0) break;
        left -= 1;
        refresh(key);
      }
      return stale.size > 0;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      // it shows the board as it was until here
      refreshAll();
      listeners.clear();
      close();
    },
  };
}

/** What decides where in a snapshot a thing stands, and whether it does. */
interface Born {
  readonly at: number;
  readonly from?: CardId;
  readonly to?: CardId;
  readonly on?: string;
}
/** Of two copies that made the same thing apart, one birth is taken over by both. */
const isSameBirth = (a: Born | undefined, b: Born | undefined): boolean =>
  a?.at === b?.at && a?.from === b?.from && a?.to === b?.to && a?.on === b?.on;

/** The things of before with those that were read again; the same object when none of them was. */
function renewed<Id, T>(
  before: ReadonlyMap<Id, T>,
  now: ReadonlyMap<Id, T>,
  again: ReadonlySet<Id>,
): ReadonlyMap<Id, T> {
  if (again.size === 0) return before;
  const next = new Map(before);
  for (const id of again) {
    const thing = now.get(id);
    // a link whose cards are gone is read, and not shown
    if (thing !== undefined && before.has(id)) next.set(id, thing);
  }
  return next;
}
