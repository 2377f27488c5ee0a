import * as Y from "yjs";
import type { ChangedFact, Json, TextDelta } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { sameValue } from "./edit.ts";
import type { BoardMap } from "./layout.ts";

const PREFIX: Readonly<Record<BoardMap, string>> = {
  cards: "card",
  position: "position",
  text: "text",
  attributes: "attribute",
  links: "link",
  comments: "comment",
};
/** What the change log calls an entry. */
export const factKey = (map: BoardMap, key: string): string => `${PREFIX[map]}/${key}`;

/** A fact with its value before and after; undefined when it came out the same. */
export function changedFact(key: string, before: Json | undefined, after: Json | undefined): ChangedFact | undefined {
  if (sameValue(before, after)) return undefined;
  return { key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** What a transaction made of a text; to be read before it is over, when Yjs lets go of what was deleted. */
export function deltaOf(text: Y.Text, transaction: Y.Transaction): TextDelta {
  const delta: ({ keep: number } | { remove: string } | { insert: string })[] = [];
  const add = (type: "keep" | "remove" | "insert", letters: string) => {
    const last = delta.at(-1);
    if (type === "keep") {
      if (last && "keep" in last) last.keep += letters.length;
      else delta.push({ keep: letters.length });
    } else if (type === "remove") {
      if (last && "remove" in last) last.remove += letters;
      else delta.push({ remove: letters });
    } else if (last && "insert" in last) last.insert += letters;
    else delta.push({ insert: letters });
  };
  let items = 0;
  for (let item = text._start; item !== null; item = item.right) {
    items += 1;
    if (!(item.content instanceof Y.ContentString)) continue;
    const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
    if (!item.deleted) add(isNew ? "insert" : "keep", item.content.str);
    else if (!isNew && Y.isDeleted(transaction.deleteSet, item.id)) add("remove", item.content.str);
  }
  lengths.set(text, items);
  if (delta.length > 0 && "keep" in delta.at(-1)!) delta.pop();
  return delta;
}

const lengths = new WeakMap<Y.Text, number>();
/** How many items a text is a list of, as when what became of it was last read: to count them takes a third of that. */
export function lengthOf(text: Y.Text): number {
  const known = lengths.get(text);
  if (known !== undefined) return known;
  let items = 0;
  for (let item = text._start; item !== null; item = item.right) items += 1;
  lengths.set(text, items);
  return items;
}

/** Calls back with what became of each text in a transaction; returns the undoing. A card's first text is told as inserted. */
function observeTexts(doc: BoardDoc, listener: (card: string, delta: TextDelta) => void): () => void {
  const texts = mapOf(doc, "text");
  const handler = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    for (const event of events) {
      const { target, path } = event;
      if (target instanceof Y.Text && path.length === 1) listener(String(path[0]), deltaOf(target, transaction));
      if (!(event instanceof Y.YMapEvent) || path.length > 0) continue;
      for (const key of event.keysChanged) {
        const text = texts.get(key);
        if (text instanceof Y.Text) listener(key, deltaOf(text, transaction));
      }
    }
  };
  texts.observeDeep(handler);
  return () => texts.unobserveDeep(handler);
}

const VALUE_MAPS = ["cards", "position", "attributes", "links", "comments"] as const;

/**
 * Makes a change of a board and says which facts came out different, with what was there before: as the change log keeps it.
 *
 * A text that is deleted with its card is not told; its card is.
 */
export function recordFacts<T>(
  doc: BoardDoc,
  change: () => T,
): { readonly result: T; readonly facts: readonly ChangedFact[] } {
  const facts = new Map<string, ChangedFact>();
  const keep = (fact: ChangedFact | undefined) => {
    if (fact) facts.set(fact.key, fact);
  };
  const closers = VALUE_MAPS.map((name) => {
    const map = mapOf(doc, name);
    const handler = (event: Y.YMapEvent<unknown>) => {
      for (const [key, { oldValue }] of event.changes.keys) {
        // boards hold JSON; what else a stranger wrote long ago compares as different
        keep(changedFact(factKey(name, key), oldValue as Json | undefined, map.get(key) as Json | undefined));
      }
    };
    map.observe(handler);
    return () => map.unobserve(handler);
  });
  const closeTexts = observeTexts(doc, (card, delta) => {
    const key = factKey("text", card);
    if (delta.length > 0) facts.set(key, { key, delta });
  });
  try {
    const result = doc.transact(change);
    return { result, facts: [...facts.values()] };
  } finally {
    for (const close of [...closers, closeTexts]) close();
  }
}
