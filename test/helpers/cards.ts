import { applyEdits, encodeDoc, stateVectorOf, type BoardDoc } from "@palabre/shared/documents";
import { newCardId, type CardId } from "@palabre/shared/terms";

/** Adds a note to a copy of a board; gives its id. */
export function addNote(doc: BoardDoc, text: string): CardId {
  const id = newCardId();
  applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [10, 20], text, at: 1 }]);
  return id;
}

/** What a client would send for what `change` does to its copy. */
export function updateOf(doc: BoardDoc, change: () => void): Uint8Array {
  const before = stateVectorOf(doc);
  change();
  return encodeDoc(doc, before);
}
