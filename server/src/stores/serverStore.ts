import type { BoardId } from "@palabre/shared/terms";

/** One life of a server that shares its boards with others: after a start it is another one. */
export interface ServerRecord {
  readonly id: string;
  /** where the others reach it, host:port */
  readonly address: string;
}

/**
 * The servers that share a database, and which of them keeps which board: the one that judges, writes and counts for all. Who has not been
 * heard of for `SERVER_LIFE_MS` of the database's clock may be given up; from then on nothing that it writes is taken.
 */
export interface ServerStore {
  /** Says that this server is there. @returns all that are, by id; undefined once this one was given up */
  beat(): Promise<readonly ServerRecord[] | undefined>;
  /** Gives up those that were not heard of for too long, and frees their boards. @returns how many */
  giveUpSilent(): Promise<number>;
  /** Who keeps a board: this server from now on, where nobody did (`isTaken`). Undefined for a board that is none. */
  keeperOf(board: BoardId): Promise<{ readonly keeper: ServerRecord; readonly isTaken: boolean } | undefined>;
  /** Takes its share of the boards that nobody keeps: the one at `place` of so many servers that do the same. @returns how many */
  takeFree(place: number, servers: number): Promise<number>;
  /**
   * The key that all servers share: the one that is given, for the first that asks, and a new one where it has none.
   * @throws AppError `store-failed` where it has none and there are boards already: their links were made with another
   */
  sharedKey(own: Uint8Array | undefined): Promise<Uint8Array>;
  /** Frees its boards; nothing that this server writes is taken any more. */
  leave(): Promise<void>;
  /** May be called twice. */
  close(): Promise<void>;
}

/** Some six beats: one or two that are late, or a database that was away for a moment, cost nobody their boards. */
export const SERVER_LIFE_MS = 6_000;
