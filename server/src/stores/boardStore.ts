import type {
  BoardId,
  ChangeEntry,
  Language,
  PersonColour,
  PersonId,
  PhaseId,
  Role,
  Standing,
  VersionId,
} from "@palabre/shared/terms";
import type { BallotStore } from "./ballotStore.ts";
import type { StoredName } from "./storedName.ts";

/** A board's row. `counters` are the link counters: raising one makes the link of that role another one. */
export interface BoardRecord {
  readonly id: BoardId;
  readonly title: string;
  readonly language: Language;
  readonly createdAt: number;
  readonly counters: Readonly<Record<Role, number>>;
  /** for how long the change log and the versions are kept; what is on the board stays whatever its age */
  readonly historyDays: number;
}
export const DEFAULT_HISTORY_DAYS = 365;
export type BoardRecordChange = Partial<Pick<BoardRecord, "title" | "counters" | "historyDays">>;

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
  /** whose session asked for this one, where that is somebody else: a program is let in, held back and sent off with who asked */
  readonly askedBy?: PersonId | undefined;
  readonly seenAt: number;
  readonly expiresAt: number;
  /** since when the person is removed from the board; kept by person, so saving a session leaves it as it is */
  readonly removedAt?: number | undefined;
  /** at the door; absent = in */
  readonly standing?: Exclude<Standing, "in"> | undefined;
}

/**
 * The slide of a board, by which people join with a code. The code itself is kept nowhere: it is computed from the salt and the
 * server's key, and found by its digest under that key.
 */
export interface SlideRecord {
  readonly board: BoardId;
  readonly salt: string;
  readonly digest: string;
  /** since when the slide has this code */
  readonly codeAt: number;
  /** when a page last said that it shows the slide */
  readonly seenAt: number;
}

/** A Yjs client id and the device under which it first appeared. */
export interface ClientOwner {
  readonly client: number;
  readonly device: string;
}

/** One batch item of the journal: the bytes a client sent (or the server wrote), as they are. */
export interface JournalEntry {
  readonly board: BoardId;
  readonly document: StoredName;
  readonly bytes: Uint8Array;
  /** client ids first seen in this entry, and whose they are from then on */
  readonly clients?: readonly ClientOwner[] | undefined;
  /** what it changed, for the change log; only of `board` */
  readonly change?: ChangeEntry | undefined;
  /**
   * the drafts of this phase on this board are erased in the same transaction: they are revealed by the entry. Entries of drafts that stand
   * after it in the batch are written once that is done, and begin them anew
   */
  readonly erases?: PhaseId | undefined;
}

/** The drafts of one phase. */
export interface StoredDrafts {
  readonly phase: PhaseId;
  /** how often drafts of this phase were erased */
  readonly round: number;
  /** whose there are, in no order that says anything */
  readonly people: readonly PersonId[];
}

/** What is needed to open a document: the last checkpoint, then the journal after it, in order. */
export interface StoredDocument {
  readonly checkpoint: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
  /** the number of each of `updates`: without gaps, unless something is quarantined */
  readonly seqs: readonly number[];
  /** of the newest journal entry; 0 when there never was one */
  readonly seq: number;
  /** sum of the lengths of `updates`, so that a room knows when to make a checkpoint */
  readonly journalBytes: number;
  /** entries that were acknowledged and are not part of this: set aside by this or an earlier load, or by `setAside` */
  readonly quarantined: number;
}
/** The same with its checkpoint as it is kept: packed, unless it is from before they were. */
export interface PackedStoredDocument extends StoredDocument {
  readonly isPacked: boolean;
}

/** A document as one update, packed, with its state vector beside it: computing that from the bytes costs more than reading it. */
export interface PackedDocument {
  readonly gzip: Uint8Array;
  readonly vector: Uint8Array;
}
export interface StoredCheckpoint extends PackedDocument {
  /** of the last entry it holds */
  readonly seq: number;
}

/** Which part of a change log: of one person (else of everybody), after an entry, from a time on. */
export interface ChangeFilter {
  readonly person?: PersonId | undefined;
  readonly afterSeq?: number | undefined;
  readonly since?: number | undefined;
  readonly limit: number;
}
export interface LoggedChange extends ChangeEntry {
  /** of the journal entry that made it */
  readonly seq: number;
}

/** A state of `board` that can be gone back to. */
export interface VersionRecord {
  readonly id: VersionId;
  readonly board: BoardId;
  readonly at: number;
  readonly kind: VersionKind;
  readonly label: string;
  /** who asked for it, where somebody did */
  readonly person?: PersonId | undefined;
  /** of the last journal entry in it */
  readonly seq: number;
  /** its length, not packed */
  readonly bytes: number;
}
export const VERSION_KINDS = ["minute", "manual", "phase", "restore"] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/**
 * Persistence of boards: rows, sessions, papers, and documents as bytes. It never looks into a document or a paper.
 *
 * Surprises, all held by `test/contract/boardStoreContract.ts`:
 * - When `append` resolves, the whole batch is on disk (fsynced); when it rejects, none of it is. It is one transaction for all
 *   its boards. Sequence numbers count up by one for each (board, document), starting at 1.
 * - `checkpoint` keeps the journal after the *previous* checkpoint, so that falling back to that one loses nothing; older entries go.
 *   One that comes late, for an entry before the newest checkpoint's, changes nothing; one for the same entry takes its place.
 * - `load` gives all that was acknowledged, if need be from the previous checkpoint. Where that can't be had any more, it gives the
 *   newest checkpoint that can be read and every intact entry after it, and says how many entries are missing: what can't be read
 *   is set aside with its reason, never written over, and its numbers are not given again. Where nothing can be read although there
 *   was something, it rejects with `damaged-document` and leaves all as it is.
 * - Client ids and changes are kept in the transaction of their entry. The first owner of a client id stays its owner.
 * - Bytes handed in may be reused by the caller once the promise has settled; bytes handed out belong to the caller.
 * - A board that does not exist has no sessions, versions and changes, and empty documents; appending to it, a checkpoint, a version,
 *   a session, a slide and a ballot of it reject with `unknown-board`.
 * - Drafts are documents like the others, but for this: nothing else is kept of them (no client ids, no changes), and once erased nothing of
 *   them is left, neither in the file nor in its log, whatever became of their bytes in between (in Postgres: not in its
 *   tables; of its log nothing can be promised, see `PostgresDrafts`).
 * - All of it may be called before earlier calls have settled; effects are in the order of the calls. Only a version is packed first,
 *   on another thread: it is there when `saveVersion` resolves.
 * - Every other fault is an AppError `store-failed` with its cause, calls after `close` included.
 */
export interface BoardStore extends BallotStore {
  /** Rejects with `store-failed` when the id is taken. `documents` are the first journal entries, in the same transaction. */
  createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void>;
  board(id: BoardId): Promise<BoardRecord | undefined>;
  /** Gives the new record, undefined when there is no such board. */
  changeBoard(id: BoardId, change: BoardRecordChange): Promise<BoardRecord | undefined>;
  /** In the order of the ids, `after` not included: for who goes through all boards page by page. */
  boardIds(after: BoardId | undefined, limit: number): Promise<readonly BoardId[]>;

  /** Adds, or replaces the one of the same device and board. */
  saveSession(session: SessionRecord): Promise<void>;
  session(device: string, board: BoardId): Promise<SessionRecord | undefined>;
  /** Of one device, last seen first; expired ones included. */
  sessionsOfDevice(device: string): Promise<readonly SessionRecord[]>;
  deleteSession(device: string, board: BoardId): Promise<void>;
  /** Marks all sessions of a person, those to come too, as removed since then; undefined takes that off. */
  setRemoved(board: BoardId, person: PersonId, at: number | undefined): Promise<void>;
  /** Of one person of a board, on all their devices, and those that they asked for; in the order of the devices. */
  sessionsOfPerson(board: BoardId, person: PersonId): Promise<readonly SessionRecord[]>;

  /** Adds, or takes the place of the board's, and of another board's that has the same digest. */
  saveSlide(slide: SlideRecord): Promise<void>;
  slide(board: BoardId): Promise<SlideRecord | undefined>;
  slideByDigest(digest: string): Promise<SlideRecord | undefined>;

  append(batch: readonly JournalEntry[]): Promise<readonly number[]>;
  load(board: BoardId, document: StoredName): Promise<StoredDocument>;
  /** As `load`, for a thread that unpacks by itself. */
  loadPacked(board: BoardId, document: StoredName): Promise<PackedStoredDocument>;
  /** @param seq of the last journal entry that it contains: 1 or more; one that was never given rejects with `store-failed` */
  checkpoint(board: BoardId, document: StoredName, seq: number, packed: PackedDocument): Promise<void>;
  /** The newest that can be read, as it was given; undefined when there is none, or only one from before they were packed. */
  checkpointOf(board: BoardId, document: StoredName): Promise<StoredCheckpoint | undefined>;
  /** Takes entries that can't be applied out of the journal; they count as quarantined from then on. Those that are not there are passed over. */
  setAside(board: BoardId, document: StoredName, seqs: readonly number[], reason: string): Promise<void>;
  /**
   * Puts `bytes` in the place of a document's whole history, checkpoints included, in one transaction: copies of before can't be merged
   * with it, unless it is the same document with what was overwritten left out. They are the next journal entry and the first of what
   * `load` gives.
   * @param seq the newest entry that they stand for: rejects with `store-failed` when there is a newer one
   * @param options `isErasing`: what was before is taken off the disk too, as far as the store can (a file of moderate size: to the last byte)
   * @returns the number of the new entry
   */
  startEpoch(
    board: BoardId,
    document: StoredName,
    seq: number,
    bytes: Uint8Array,
    options?: { readonly isErasing?: boolean },
  ): Promise<number>;

  /** Of each phase that has drafts, or had some that were erased. */
  drafts(board: BoardId): Promise<readonly StoredDrafts[]>;
  /** Erases the drafts of a phase, as an entry that `erases` does. Gives the round that begins. */
  eraseDrafts(board: BoardId, phase: PhaseId): Promise<number>;

  /**
   * Remembers the keys of ideas that were taken in, so that one that is sent again is known although its draft is no more. Kept are
   * their digests, and not whose they are.
   */
  noteIdeas(board: BoardId, keys: readonly string[]): Promise<void>;
  hasIdea(board: BoardId, key: string): Promise<boolean>;

  /** In the order of the client ids. */
  clientsOf(board: BoardId): Promise<readonly ClientOwner[]>;
  /** Oldest first. */
  changes(board: BoardId, filter: ChangeFilter): Promise<readonly LoggedChange[]>;

  /** @param bytes one Yjs update. Rejects with `store-failed` when the id is taken. */
  saveVersion(version: VersionRecord, bytes: Uint8Array): Promise<void>;
  /** Newest first. */
  versions(board: BoardId): Promise<readonly VersionRecord[]>;
  /** Rejects with `damaged-document` when its bytes are not as they were given. */
  version(
    board: BoardId,
    id: VersionId,
  ): Promise<{ readonly record: VersionRecord; readonly bytes: Uint8Array } | undefined>;
  deleteVersion(board: BoardId, id: VersionId): Promise<void>;
  /**
   * Deletes versions older than `before`, and changes older than `changesBefore`; versions that a person asked for (`manual`) stay. Gives how
   * many went.
   * @param changesBefore as `before` when it is left out
   */
  dropHistory(board: BoardId, before: number, changesBefore?: number): Promise<number>;

  /** Resolves when a trivial write has reached the disk. */
  check(): Promise<void>;
  /** Waits for what was called before; may be called twice. */
  close(): Promise<void>;
}
