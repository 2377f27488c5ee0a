import type { BoardDoc, DocumentName, StateDoc } from "@palabre/shared/documents";
import type { BoardId, DraftName, PersonId, PhaseId } from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";
import type { StoredName } from "../stores/index.ts";
import type { Upgraded } from "./connection.ts";
import type { Leaving } from "./drain.ts";

/**
 * The boards that are live in this process, with their connections.
 *
 * What a client sends is relayed as it came, and only once it is on disk; the copy of a document that a room keeps in memory
 * serves to check what arrives, to answer who joins, and to write as the server.
 */
export interface Rooms {
  /** Takes over an upgraded socket; it is read from at once, its messages queue until the document is loaded. */
  accept(upgraded: Upgraded, visitor: Visitor, document: StoredName): void;
  /**
   * Runs `change` on the document as the server, in one transaction. Opens the room if need be.
   * @returns what `change` gave, once what it changed is on disk; at once if nothing changed
   * @param notes `erases`: the drafts of this phase are erased with it, or neither is done; nothing is erased if nothing changed. `leaves`:
   *   asked after `change`, the drafts that begin anew in the same commit, each as one update. `person`: on whose behalf it is written, for
   *   the change log
   * @throws AppError `store-failed` when it could not be kept; the document is then as it was before. `conflict` for a draft that is
   *   being revealed
   */
  write<T>(
    board: BoardId,
    document: StoredName,
    change: (doc: BoardDoc | StateDoc) => T,
    notes?: {
      readonly erases?: PhaseId | undefined;
      readonly leaves?: () => ReadonlyMap<DraftName, Uint8Array>;
      readonly person?: PersonId | undefined;
    },
  ): Promise<T>;
  /**
   * Runs `task` while nothing is taken into the drafts of a phase: all that was taken in is on disk by then, and who sends more is told to
   * come back later. Once it resolves with true those drafts are no more, and neither are their rooms.
   */
  closeDrafts(board: BoardId, phase: PhaseId, task: () => Promise<boolean>): Promise<void>;
  /**
   * Keeps a document open and readable until released (may be released twice).
   * @param onGone called when the room had to be given up (its store failed): `doc` no longer follows the board, hold it anew. May be
   *   called before the caller goes on, and never when this rejects; who follows it tries again after AGAIN_MS then
   */
  hold(board: BoardId, document: StoredName, onGone?: () => void): Promise<HeldDocument>;
  /**
   * Takes off the disk what was overwritten or deleted in a document of the server's own; who follows it notices nothing.
   * @throws AppError `store-failed`
   */
  rewrite(board: BoardId, document: "workshop" | "desk"): Promise<void>;
  /** The whole document as one update, once all that is in it is on disk: the same bytes to all who ask until it changes. */
  read(board: BoardId, document: DocumentName): Promise<Uint8Array>;
  /** Called with true when a board gets its first connection and with false when its last one is gone; returns the undoing. */
  onLive(listener: (board: BoardId, live: boolean) => void): () => void;
  /**
   * Somebody is on the board without a connection of these rooms, and counts as one, though not among those that one person may have.
   * @param address the network they come from
   * @returns what says that they are gone, which may be called twice
   * @throws AppError `too-many`
   */
  attend(visitor: Pick<Visitor, "board" | "person" | "role">, address: string): () => void;
  /** Who is on the board now, by connections of these rooms or without one. */
  present(board: BoardId): ReadonlySet<PersonId>;
  /** Shows somebody who has none among those who have; returns what says that they are gone. A person is shown once, however often. */
  showPhone(visitor: Visitor): () => void;
  /** Called when connections of a board are ended, with whose they are: who follows it by other means ends too. Returns the undoing. */
  onDisconnect(listener: (board: BoardId, which: (visitor: Visitor) => boolean) => void): () => void;
  /** Called once something written to a board's `board`, by whomever, is on disk; returns the undoing. */
  onKept(listener: (board: BoardId) => void): () => void;
  /** Called once something written to somebody's draft is on disk; returns the undoing. */
  onDrafted(listener: (board: BoardId, draft: DraftName) => void): () => void;
  /** Called each time a document opens without `count` acknowledged entries that could not be read; returns the undoing. */
  onQuarantined(listener: (board: BoardId, document: DocumentName | "draft", count: number) => void): () => void;
  /** Whether what is written reaches the disk: false for a while after a commit that failed, unless a later one went well. */
  isKeeping(): boolean;
  /** Ends the connections of a board that `which` accepts, with a close code. */
  disconnect(board: BoardId, which: (visitor: Visitor) => boolean, code: number): void;
  /** After a rename: later presence of this person carries the new name. */
  renamed(board: BoardId, person: PersonId, name: string): void;
  /** Counts for /healthz and the status page. */
  counts(): { readonly rooms: number; readonly connections: number };
  /**
   * How much there is still to do: entries that stand in journals after the last checkpoint, of all live documents, and bytes that are not
   * on disk yet.
   */
  backlog(): { readonly entries: number; readonly bytes: number };
  /**
   * Takes no new connection, and ends those that are open with CLOSE.restart, evenly over a time; each goes on until its turn, and what it
   * sent is on disk by then. Resolves when the last one is closed. May be called twice.
   * @param led connections that this process only leads to another: they end with the others
   */
  drain(overMs: number, led?: readonly Leaving[]): Promise<void>;
  /** Whether no new connection is taken any more. */
  isLeaving(): boolean;
  /** Stops accepting, flushes the journal, answers barriers, closes with CLOSE.restart. May be called twice. */
  close(): Promise<void>;
}

/** Told what the rooms do, as they do it. What it is told by must not throw. */
export interface RoomsWatch {
  /** A batch of so many journal entries reached the disk, after so many milliseconds. */
  committed(entries: number, ms: number): void;
  /** Frames were handed to connections. */
  delivered(frames: number): void;
}

export interface HeldDocument {
  readonly doc: BoardDoc | StateDoc;
  release(): void;
}

/** ms until a document that could not be read is read again for those who follow it: a store that is gone answers at once. */
export const AGAIN_MS = 5_000;
