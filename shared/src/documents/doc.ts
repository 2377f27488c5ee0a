import * as Y from "yjs";
import type { BoardMap } from "./layout.ts";

declare const kind: unique symbol;
/** A `board` document. Opaque outside this folder: read it with `readBoard` or a `BoardView`, change it with `applyEdits`. */
export type BoardDoc = Y.Doc & { readonly [kind]: "board" };
/** A `workshop` or `desk` document: plain state of the server in a Yjs coat. */
export type StateDoc = Y.Doc & { readonly [kind]: "state" };

// A brand exists in types only; `gc` stays on, since undo is by inverse commands and never needs what was deleted.
export const createBoardDoc = (): BoardDoc => new Y.Doc() as BoardDoc;
export const createStateDoc = (): StateDoc => new Y.Doc() as StateDoc;

export const mapOf = (doc: Y.Doc, name: BoardMap): Y.Map<unknown> => doc.getMap(name);

/**
 * The document as one update; an empty document gives two bytes.
 * @param known a state vector: what another copy has already is left out
 * @throws what Yjs throws when `known` is no state vector
 */
export const encodeDoc = (doc: Y.Doc, known?: Uint8Array): Uint8Array => Y.encodeStateAsUpdate(doc, known);
export const stateVectorOf = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(doc);

/** @throws what Yjs throws when the bytes are no update; the document is then to be given up */
export const applyUpdate = (doc: Y.Doc, update: Uint8Array, origin?: unknown): void =>
  Y.applyUpdate(doc, update, origin);

/**
 * Applies an update that is kept as it is: who observes updates hears nothing of it. Yjs would write down again all that came, only to
 * tell them, which takes as long as reading it.
 * @throws what Yjs throws when the bytes are no update
 */
export function applyKeptUpdate(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  const observers = doc._observers.get("update");
  doc._observers.delete("update");
  try {
    Y.applyUpdate(doc, update, origin);
  } finally {
    for (const observer of observers ?? []) doc.on("update", observer);
  }
}

/** Whether something arrived that refers to what has not: such a document must not go on taking updates. */
export const hasGap = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** Whether the document holds anything that was written under a client id. */
export const hasWritten = (doc: Y.Doc, client: number): boolean => doc.store.clients.has(client);

/** Whether a card, a link or a comment ever had an id, what was purged included: ids of all kinds are alike, and attributes go by them. */
export const hasHeld = (doc: BoardDoc, id: string): boolean =>
  (["cards", "links", "comments"] as const).some((map) => mapOf(doc, map)._map.has(id));

export const isEmptyDoc = (doc: Y.Doc): boolean => doc.store.clients.size === 0;

/**
 * Whether a state vector names something that `doc` has not got.
 * @throws what lib0 throws when the bytes are no state vector
 */
export const knowsMore = (doc: Y.Doc, vector: Uint8Array): boolean =>
  [...Y.decodeStateVector(vector)].some(([client, clock]) => clock > Y.getState(doc.store, client));

/** Calls back with every update and where it came from; returns the undoing. */
export const observeUpdates = (doc: Y.Doc, listener: (update: Uint8Array, origin: unknown) => void): (() => void) => {
  doc.on("update", listener);
  return () => doc.off("update", listener);
};
