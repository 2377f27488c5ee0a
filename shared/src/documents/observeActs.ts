import * as Y from "yjs";
import type { CardAttributes, CardId, CardKind, Json, LinkId, Pair, PersonId, ThingId } from "../terms/index.ts";
import { AROUND, type Act, type Part, type Splice } from "./act.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { readFact } from "./edit.ts";
import { observeBoard, type Fact } from "./observe.ts";

/**
 * Calls back with what each transaction made by this copy did, and with the update that carries it; returns the undoing.
 *
 * The act is read off the transaction itself, so nothing can be left out of it: edits, undo, redo and typing come by the same door.
 */
export function observeActs(doc: BoardDoc, listener: (act: Act, update: Uint8Array) => void): () => void {
  let splices = new Map<CardId, Splice[]>();
  let act: Act = [];
  const onTexts = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
    if (!local) return;
    for (const event of events)
      if (event instanceof Y.YTextEvent && event.path.length > 0)
        splices.set(String(event.path[0]) as CardId, splicesOf(event));
  };
  // before the observer that ends the transaction
  mapOf(doc, "text").observeDeep(onTexts);
  const close = observeBoard(doc, ({ facts, mine }) => {
    act = mine ? partsOf(doc, facts, splices) : [];
    splices = new Map();
  });
  const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    const done = act;
    act = [];
    if (local && done.length > 0) listener(done, update);
  };
  doc.on("update", onUpdate);
  return () => {
    if (doc.isDestroyed) return;
    close();
    mapOf(doc, "text").unobserveDeep(onTexts);
    doc.off("update", onUpdate);
  };
}

function partsOf(doc: BoardDoc, facts: readonly Fact[], splices: ReadonlyMap<CardId, readonly Splice[]>): Part[] {
  const born = new Set<string>();
  for (const fact of facts) {
    if (fact.type === "card") born.add(fact.card);
    if (fact.type === "link") born.add(fact.link);
    if (fact.type === "comment") born.add(fact.comment);
  }
  const written = new Map<ThingId, Record<string, Json>>();
  for (const fact of facts) {
    if (fact.type !== "attribute" || !born.has(fact.on)) continue;
    const value = readFact(doc, fact);
    if (value !== undefined) written.set(fact.on, { ...written.get(fact.on), [fact.name]: value });
  }
  return facts.flatMap((fact): readonly Part[] => {
    switch (fact.type) {
      case "card": {
        const { kind, ...birth } = mapOf(doc, "cards").get(fact.card) as Born<{ kind: CardKind }>;
        const position = mapOf(doc, "position").get(fact.card) as Pair;
        const text = mapOf(doc, "text").get(fact.card);
        const attributes = (written.get(fact.card) ?? {}) as CardAttributes;
        return [
          {
            type: "addCard",
            id: fact.card,
            kind,
            position,
            ...(text instanceof Y.Text ? { text: text.toString() } : {}),
            attributes,
            ...birth,
          },
        ];
      }
      case "link": {
        const birth = mapOf(doc, "links").get(fact.link) as Born<{ from: CardId; to: CardId }>;
        return [{ type: "addLink", id: fact.link, ...birth }, ...attributesOf(fact.link, written.get(fact.link))];
      }
      case "comment": {
        const birth = mapOf(doc, "comments").get(fact.comment) as Born<{ on: CardId | LinkId; text: string }>;
        return [{ type: "addComment", id: fact.comment, ...birth }];
      }
      case "position": {
        const to = readFact(doc, fact) as Pair | undefined;
        return born.has(fact.card) || !to ? [] : [{ type: "moveCards", moves: [{ card: fact.card, to }] }];
      }
      case "attribute":
        return born.has(fact.on)
          ? []
          : [{ type: "setAttributes", on: fact.on, values: { [fact.name]: readFact(doc, fact) } }];
      case "text": {
        const typed = splices.get(fact.card);
        return born.has(fact.card) || !typed ? [] : [{ type: "write", card: fact.card, splices: typed }];
      }
    }
  });
}
/** What this copy has just written under a key of births: it was made by `applyEdits`. */
type Born<T> = T & { readonly at: number; readonly by?: PersonId };

const attributesOf = (on: ThingId, values: Readonly<Record<string, Json>> | undefined): readonly Part[] =>
  values === undefined ? [] : [{ type: "setAttributes", on, values }];

/** What a transaction did to one text, from left to right; places count what the splices before have done. */
function splicesOf(event: Y.YTextEvent): Splice[] {
  const now = event.target.toString();
  const found: { start: number; removed: string; inserted: string }[] = [];
  let at = 0;
  let open: { start: number; removed: string; inserted: string } | undefined;
  for (let item = event.target._start; item; item = item.right) {
    const letters = item.content instanceof Y.ContentString ? item.content.str : "";
    const isNew = event.adds(item);
    if (isNew && !item.deleted) {
      open ??= { start: at, removed: "", inserted: "" };
      open.inserted += letters;
      at += letters.length;
    } else if (!isNew && event.deletes(item)) {
      open ??= { start: at, removed: "", inserted: "" };
      open.removed += letters;
    } else if (!item.deleted) {
      if (open) found.push(open);
      open = undefined;
      at += letters.length;
    }
  }
  if (open) found.push(open);
  return found.map((splice) => {
    const end = splice.start + splice.inserted.length;
    return {
      ...splice,
      left: now.slice(Math.max(0, splice.start - AROUND), splice.start),
      right: now.slice(end, end + AROUND),
    };
  });
}
