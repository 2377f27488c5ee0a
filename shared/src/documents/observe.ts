import * as Y from "yjs";
import type { CardId, CommentId, LinkId, ThingId } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { parseAttributeKey } from "./layout.ts";

/** One fact of a board, named: what a command writes, what a view redraws, what a rule is asked about. */
export type Fact =
  | { readonly type: "card"; readonly card: CardId }
  | { readonly type: "position"; readonly card: CardId }
  | { readonly type: "text"; readonly card: CardId }
  | { readonly type: "attribute"; readonly on: ThingId; readonly name: string }
  | { readonly type: "link"; readonly link: LinkId }
  | { readonly type: "comment"; readonly comment: CommentId };

/** What altered in one transaction, in domain terms. */
export interface BoardChange {
  readonly facts: readonly Fact[];
  /** made by this copy of the document, not heard from another */
  readonly mine: boolean;
  /** the client ids whose writing came in with it; who only deleted letters is not among them */
  writers(): readonly number[];
}

/**
 * Calls back after each transaction that changed a fact of the board; returns the undoing.
 *
 * Keys are taken from the document as they stand, unchecked: reading decides what is valid.
 */
export function observeBoard(doc: BoardDoc, listener: (change: BoardChange) => void): () => void {
  let facts: Fact[] = [];
  const onKeys = (toFact: (key: string) => Fact | undefined) => (event: Y.YMapEvent<unknown>) => {
    for (const key of event.keysChanged) {
      const fact = toFact(key);
      if (fact) facts.push(fact);
    }
  };
  // ids in a document are strings until read.ts has parsed them; a fact only names where to look again
  const cards = onKeys((key) => ({ type: "card", card: key as CardId }));
  const positions = onKeys((key) => ({ type: "position", card: key as CardId }));
  const links = onKeys((key) => ({ type: "link", link: key as LinkId }));
  const comments = onKeys((key) => ({ type: "comment", comment: key as CommentId }));
  const attributes = onKeys((key) => {
    const parts = parseAttributeKey(key);
    return parts && { type: "attribute", on: parts.id as ThingId, name: parts.name };
  });
  const texts = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      if (event instanceof Y.YMapEvent)
        for (const key of event.keysChanged) facts.push({ type: "text", card: key as CardId });
      else if (event.path.length > 0) facts.push({ type: "text", card: String(event.path[0]) as CardId });
    }
  };
  const finish = (transaction: Y.Transaction) => {
    if (facts.length === 0) return;
    const change = { facts, mine: transaction.local, writers: () => writersOf(transaction) };
    facts = [];
    listener(change);
  };
  mapOf(doc, "cards").observe(cards);
  mapOf(doc, "position").observe(positions);
  mapOf(doc, "text").observeDeep(texts);
  mapOf(doc, "attributes").observe(attributes);
  mapOf(doc, "links").observe(links);
  mapOf(doc, "comments").observe(comments);
  doc.on("afterTransaction", finish);
  return () => {
    // a document that is given up has let go of its observers itself, and complains of those it no longer knows
    if (doc.isDestroyed) return;
    mapOf(doc, "cards").unobserve(cards);
    mapOf(doc, "position").unobserve(positions);
    mapOf(doc, "text").unobserveDeep(texts);
    mapOf(doc, "attributes").unobserve(attributes);
    mapOf(doc, "links").unobserve(links);
    mapOf(doc, "comments").unobserve(comments);
    doc.off("afterTransaction", finish);
  };
}

const writersOf = ({ beforeState, afterState }: Y.Transaction): readonly number[] =>
  [...afterState].flatMap(([client, clock]) => ((beforeState.get(client) ?? 0) < clock ? [client] : []));
