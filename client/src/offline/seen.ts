import type { BoardId } from "@palabre/shared/terms";

const keyOf = (board: BoardId): string => `palabre.seen.${board}`;

/** What this device has seen of a board, by the server's clock. */
export interface Seen {
  /** when it last saw it */
  readonly at: number;
  /** since when what others did was told and not read */
  readonly unreadSince: number | undefined;
}

/** Undefined for a board that this device never saw. */
export function lastSeen(board: BoardId): Seen | undefined {
  try {
    return readSeen(localStorage.getItem(keyOf(board)) ?? "");
  } catch {
    // storage is forbidden here: every visit is the first
    return undefined;
  }
}

export function readSeen(kept: string): Seen | undefined {
  const [at = Number.NaN, since = Number.NaN] = kept.split(" ").map(Number.parseFloat);
  return Number.isFinite(at) ? { at, unreadSince: Number.isFinite(since) ? since : undefined } : undefined;
}

export const writeSeen = ({ at, unreadSince }: Seen): string =>
  [at, ...(unreadSince === undefined ? [] : [unreadSince])].map(Math.round).join(" ");

export function rememberSeen(board: BoardId, seen: Seen): void {
  try {
    localStorage.setItem(keyOf(board), writeSeen(seen));
  } catch {
    // storage is forbidden or full: the next visit tells of more, or of nothing
  }
}
