import type { BoardId } from "@palabre/shared/terms";

const keyOf = (board: BoardId): string => `palabre.seen.${board}`;

/** When this device last saw a board, by the server's clock; undefined for one that it never saw. */
export function lastSeen(board: BoardId): number | undefined {
  try {
    const at = Number(localStorage.getItem(keyOf(board)) ?? Number.NaN);
    return Number.isFinite(at) ? at : undefined;
  } catch {
    // storage is forbidden here: every visit is the first
    return undefined;
  }
}

export function rememberSeen(board: BoardId, at: number): void {
  try {
    localStorage.setItem(keyOf(board), String(Math.round(at)));
  } catch {
    // storage is forbidden or full: the next visit tells of more, or of nothing
  }
}
