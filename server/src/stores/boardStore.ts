import type { DocumentName } from "@palabre/shared/documents";
import type { BoardId, ChangeEntry, Language, PersonColour, PersonId, Role } from "@palabre/shared/terms";

/** A board's row. `counters` are the link counters: raising one makes the link of that role another one. */
export interface BoardRecord {
  readonly id: BoardId;
  readonly title: string;
  readonly language: Language;
  readonly createdAt: number;
  readonly counters: Readonly<Record<Role, number>>;
}

/** (device, board) → person. `device` is the SHA-256 of the cookie's or bearer's value, in hex: the value itself is kept nowhere. */
export interface SessionRecord {
  readonly device: string;
  readonly board: BoardId;
  readonly person: PersonId;
  readonly role: Role;
  /** the counter of the link by which this role was had; once it is no longer the board's, the session opens nothing */
  readonly counter: number;
  readonly name: string;
  readonly colour: PersonColour;
  readonly bearer: boolean;
  readonly seenAt: number;
  readonly expiresAt: number;
}

/** One batch item of the journal: the bytes a client sent (or the server wrote), as they are. */
export interface JournalEntry {
  readonly board: BoardId;
  readonly document: DocumentName;
  readonly bytes: Uint8Array;
  /** Yjs client ids first seen in this entry, and the device whose they are from then on */
  readonly clients?: readonly { readonly client: number; readonly device: string }[] | undefined;
  /** what it changed, for the change log; only of `board` */
  readonly change?: ChangeEntry | undefined;
}

/** What is needed to open a document: the last checkpoint, then the journal after it, in order. */
export interface StoredDocument {
  readonly checkpoint: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
  /** of the newest journal entry; 0 when there never was one */
  readonly seq: number;
  /** sum of the lengths of `updates`, so that a room knows when to make a checkpoint */
  readonly journalBytes: number;
}

/**
 * Persistence of boards: rows, sessions, and documents as bytes. It never looks into a document.
 *
 * Surprises, all held by `test/contract/boardStoreContract.ts`:
 * - When `append` resolves, the whole batch is on disk (fsynced); when it rejects, none of it is. It is one transaction for all
 *   its boards. Sequence numbers count up by one for each (board, document), starting at 1.
 * - `checkpoint` keeps the journal after the *previous* checkpoint, so that falling back to that one loses nothing; older entries go.
 *   One that comes late, for an entry before the newest checkpoint's, changes nothing; one for the same entry takes its place.
 * - `load` gives all that was acknowledged, if need be from the previous checkpoint, or rejects with `damaged-document`; never less.
 * - Bytes handed in may be reused by the caller once the promise has settled; bytes handed out belong to the caller.
 * - A board that does not exist has no sessions and empty documents; appending to it, a checkpoint and a session of it reject
 *   with `unknown-board`.
 * - All of it may be called before earlier calls have settled; effects are in the order of the calls.
 * - Every other fault is an AppError `store-failed` with its cause, calls after `close` included.
 */
export interface BoardStore {
  /** Rejects with `store-failed` when the id is taken. `documents` are the first journal entries, in the same transaction. */
  createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void>;
  board(id: BoardId): Promise<BoardRecord | undefined>;
  /** Changes title or counters; gives the new record, undefined when there is no such board. */
  changeBoard(id: BoardId, change: Partial<Pick<BoardRecord, "title" | "counters">>): Promise<BoardRecord | undefined>;

  /** Adds, or replaces the one of the same device and board. */
  saveSession(session: SessionRecord): Promise<void>;
  session(device: string, board: BoardId): Promise<SessionRecord | undefined>;
  /** Of one device, last seen first; expired ones included. */
  sessionsOfDevice(device: string): Promise<readonly SessionRecord[]>;
  deleteSession(device: string, board: BoardId): Promise<void>;

  append(batch: readonly JournalEntry[]): Promise<readonly number[]>;
  load(board: BoardId, document: DocumentName): Promise<StoredDocument>;
  /** @param seq of the last journal entry that `bytes` contains: 1 or more; one that was never given rejects with `store-failed` */
  checkpoint(board: BoardId, document: DocumentName, seq: number, bytes: Uint8Array): Promise<void>;

  /** Resolves when a trivial write has reached the disk. */
  check(): Promise<void>;
  /** Waits for what was called before; may be called twice. */
  close(): Promise<void>;
}
