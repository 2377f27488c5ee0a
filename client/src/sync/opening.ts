import { applyKeptUpdate, stateVectorOf, type BoardDoc } from "@palabre/shared/documents";

/** Marks what came from the device or as a file: it is no act of this person. */
export const LOADED = {};
const FETCH_WITHIN_MS = 4_000;
const EMPTY_VECTOR = 1;

export const hasNothing = (doc: BoardDoc): boolean => stateVectorOf(doc).length <= EMPTY_VECTOR;

/**
 * Puts the board as the server packed it into an empty document, before the socket asks for the rest.
 * @param keep takes the bytes once the document holds them
 */
export async function fetchInto(
  doc: BoardDoc,
  fetchBoard: (signal: AbortSignal) => Promise<Uint8Array>,
  keep: (update: Uint8Array) => void,
): Promise<void> {
  try {
    const update = await fetchBoard(AbortSignal.timeout(FETCH_WITHIN_MS));
    applyKeptUpdate(doc, update, LOADED);
    keep(update);
  } catch {
    // offline, slow or no update: the whole document comes by the socket
  }
}
