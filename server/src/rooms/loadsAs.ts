import { applyUpdate, createBoardDoc, hasGap, stateVectorOf } from "@palabre/shared/documents";

/** Whether `bytes` load as a document with this state vector. */
export function loadsAs(bytes: Uint8Array, vector: Uint8Array): boolean {
  const doc = createBoardDoc();
  try {
    applyUpdate(doc, bytes);
  } catch {
    // whatever it stumbled over: these bytes do not load, which is what was asked
    return false;
  }
  return !hasGap(doc) && Buffer.compare(stateVectorOf(doc), vector) === 0;
}
