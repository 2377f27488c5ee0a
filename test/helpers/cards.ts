import { applyEdits, encodeDoc, stateVectorOf, type BoardDoc } from "@palabre/shared/documents";
import { newCardId, type CardId, type PersonId } from "@palabre/shared/terms";
import { makerOf } from "./client.ts";

/** Adds a note to a copy of a board; gives its id. `by`: who makes it, for a copy that is not a connected person's own. */
export function addNote(doc: BoardDoc, text: string, by: PersonId | undefined = makerOf(doc)): CardId {
  const id = newCardId();
  const maker = by === undefined ? {} : { by };
  applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [10, 20], text, at: 1, ...maker }]);
  return id;
}

/** What a client would send for what `change` does to its copy. */
export function updateOf(doc: BoardDoc, change: () => void): Uint8Array {
  const before = stateVectorOf(doc);
  change();
  return encodeDoc(doc, before);
}
