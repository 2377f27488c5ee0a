import type { BoardId, PhaseId } from "@palabre/shared/terms";

const keyOf = (board: BoardId): string => `palabre.understood.${board}`;

/** Whether this device has understood what a step asks for: its last one, since a step that comes back is asked anew. */
export function isUnderstood(board: BoardId, phase: PhaseId): boolean {
  try {
    return localStorage.getItem(keyOf(board)) === phase;
  } catch {
    // storage is forbidden here: it is said again
    return false;
  }
}

export function rememberUnderstood(board: BoardId, phase: PhaseId): void {
  try {
    localStorage.setItem(keyOf(board), phase);
  } catch {
    // storage is forbidden or full: it is said again
  }
}
