import { applyKeptUpdate, stateVectorOf, type BoardDoc, type PresentUser } from "@palabre/shared/documents";
import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { DeviceStore } from "./deviceStore.ts";

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

/** A device is one person on a board: what it kept as another, before a link was opened anew, is this one's by now. */
export async function leaveOthers(
  device: DeviceStore,
  board: BoardId,
  { person }: PresentUser,
  deleteCopy: (board: BoardId, person: PersonId) => void,
): Promise<void> {
  try {
    const others = await device.opened(board, person, Date.now());
    const acts = await device.acts(board);
    for (const other of others) {
      // another tab has yet to send them
      if (acts.some((act) => act.person === other)) continue;
      await device.forget(board, other);
      deleteCopy(board, other);
    }
  } catch {
    // nothing is kept from here on, and the status line says so
  }
}
