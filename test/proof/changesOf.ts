import { applyUpdate, createBoardDoc, encodeDoc, observeUpdates, type BoardDoc } from "@palabre/shared/documents";

/** How many of these updates a copy of the document had not got whole; what it takes of them is left out of `doc`. */
export function changesOf(doc: BoardDoc, updates: readonly Uint8Array[]): number {
  const copy = createBoardDoc();
  applyUpdate(copy, encodeDoc(doc));
  let changes = 0;
  observeUpdates(copy, () => (changes += 1));
  for (const update of updates) applyUpdate(copy, update);
  return changes;
}
