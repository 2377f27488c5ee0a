import type { BallotId, BoardId, PersonId, PhaseId, VersionId } from "@palabre/shared/terms";
import type { BallotRecord, PaperEntry, PaperRecord } from "./ballotStore.ts";
import type {
  BoardRecord,
  BoardRecordChange,
  BoardStore,
  ChangeFilter,
  ClientOwner,
  JournalEntry,
  LoggedChange,
  PackedDocument,
  PackedStoredDocument,
  SessionRecord,
  SlideRecord,
  StoredCheckpoint,
  StoredDocument,
  StoredDrafts,
  VersionRecord,
} from "./boardStore.ts";
import { packEntries } from "./packedEntries.ts";
import { pack, unpack, unpackStored } from "./packing.ts";
import type { SqliteBoards } from "./sqliteBoards.ts";
import { openRemote, packBytes, workerEntry, type Remote } from "./workerBridge.ts";
import type { StoredName } from "./storedName.ts";

/** Boards in one SQLite file, which one worker thread reads and writes. */
export class SqliteBoardStore implements BoardStore {
  readonly #remote: Remote<SqliteBoards>;

  private constructor(remote: Remote<SqliteBoards>) {
    this.#remote = remote;
  }

  static async open(file: string): Promise<SqliteBoardStore> {
    return new SqliteBoardStore(await openRemote<SqliteBoards>(workerEntry("sqliteBoardWorker"), file));
  }

  createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void> {
    const packed = packEntries(documents.map((document) => ({ ...document, board: record.id })));
    return this.#remote.call("createBoard", [record, packed], [packed.buffer]);
  }

  board(id: BoardId): Promise<BoardRecord | undefined> {
    return this.#remote.call("board", [id]);
  }

  changeBoard(id: BoardId, change: BoardRecordChange): Promise<BoardRecord | undefined> {
    return this.#remote.call("changeBoard", [id, change]);
  }

  boardIds(after: BoardId | undefined, limit: number): Promise<readonly BoardId[]> {
    return this.#remote.call("boardIds", [after, limit]);
  }

  saveSession(session: SessionRecord): Promise<void> {
    return this.#remote.call("saveSession", [session]);
  }

  session(device: string, board: BoardId): Promise<SessionRecord | undefined> {
    return this.#remote.call("session", [device, board]);
  }

  sessionsOfDevice(device: string): Promise<readonly SessionRecord[]> {
    return this.#remote.call("sessionsOfDevice", [device]);
  }

  deleteSession(device: string, board: BoardId): Promise<void> {
    return this.#remote.call("deleteSession", [device, board]);
  }

  setRemoved(board: BoardId, person: PersonId, at: number | undefined): Promise<void> {
    return this.#remote.call("setRemoved", [board, person, at]);
  }

  sessionsOfPerson(board: BoardId, person: PersonId): Promise<readonly SessionRecord[]> {
    return this.#remote.call("sessionsOfPerson", [board, person]);
  }

  saveSlide(slide: SlideRecord): Promise<void> {
    return this.#remote.call("saveSlide", [slide]);
  }

  slide(board: BoardId): Promise<SlideRecord | undefined> {
    return this.#remote.call("slide", [board]);
  }

  slideByDigest(digest: string): Promise<SlideRecord | undefined> {
    return this.#remote.call("slideByDigest", [digest]);
  }

  append(batch: readonly JournalEntry[]): Promise<readonly number[]> {
    const packed = packEntries(batch);
    return this.#remote.call("append", [packed], [packed.buffer]);
  }

  async load(board: BoardId, document: StoredName): Promise<StoredDocument> {
    return unpackStored(await this.loadPacked(board, document));
  }

  loadPacked(board: BoardId, document: StoredName): Promise<PackedStoredDocument> {
    return this.#remote.call("load", [board, document]);
  }

  checkpoint(board: BoardId, document: StoredName, seq: number, packed: PackedDocument): Promise<void> {
    const { views, buffer } = packBytes([packed.gzip, packed.vector]);
    const [gzip = EMPTY, vector = EMPTY] = views;
    return this.#remote.call("checkpoint", [board, document, seq, { gzip, vector }], [buffer]);
  }

  checkpointOf(board: BoardId, document: StoredName): Promise<StoredCheckpoint | undefined> {
    return this.#remote.call("checkpointOf", [board, document]);
  }

  setAside(board: BoardId, document: StoredName, seqs: readonly number[], reason: string): Promise<void> {
    return this.#remote.call("setAside", [board, document, seqs, reason]);
  }

  startEpoch(
    board: BoardId,
    document: StoredName,
    seq: number,
    bytes: Uint8Array,
    { isErasing = false }: { readonly isErasing?: boolean } = {},
  ): Promise<number> {
    const copy = new Uint8Array(bytes);
    return this.#remote.call("startEpoch", [board, document, seq, copy, isErasing], [copy.buffer]);
  }

  drafts(board: BoardId): Promise<readonly StoredDrafts[]> {
    return this.#remote.call("drafts", [board]);
  }

  eraseDrafts(board: BoardId, phase: PhaseId): Promise<number> {
    return this.#remote.call("eraseDrafts", [board, phase]);
  }

  noteIdeas(board: BoardId, keys: readonly string[]): Promise<void> {
    return this.#remote.call("noteIdeas", [board, keys]);
  }

  hasIdea(board: BoardId, key: string): Promise<boolean> {
    return this.#remote.call("hasIdea", [board, key]);
  }

  openBallot(record: BallotRecord): Promise<void> {
    return this.#remote.call("openBallot", [record]);
  }

  ballots(board: BoardId): Promise<readonly BallotRecord[]> {
    return this.#remote.call("ballots", [board]);
  }

  ballot(board: BoardId, id: BallotId): Promise<BallotRecord | undefined> {
    return this.#remote.call("ballot", [board, id]);
  }

  dueBallots(): Promise<readonly BallotRecord[]> {
    return this.#remote.call("dueBallots", []);
  }

  setBallotClosed(board: BoardId, id: BallotId, at: number | undefined): Promise<void> {
    return this.#remote.call("setBallotClosed", [board, id, at]);
  }

  putPapers(papers: readonly PaperEntry[]): Promise<readonly boolean[]> {
    return this.#remote.call("putPapers", [papers]);
  }

  paper(board: BoardId, ballot: BallotId, person: PersonId): Promise<PaperRecord | undefined> {
    return this.#remote.call("paper", [board, ballot, person]);
  }

  papers(board: BoardId, ballot: BallotId): Promise<readonly PaperRecord[]> {
    return this.#remote.call("papers", [board, ballot]);
  }

  eraseBallots(board: BoardId, ids: readonly BallotId[]): Promise<void> {
    return this.#remote.call("eraseBallots", [board, ids]);
  }

  clientsOf(board: BoardId): Promise<readonly ClientOwner[]> {
    return this.#remote.call("clientsOf", [board]);
  }

  changes(board: BoardId, filter: ChangeFilter): Promise<readonly LoggedChange[]> {
    return this.#remote.call("changes", [board, filter]);
  }

  async saveVersion(version: VersionRecord, bytes: Uint8Array): Promise<void> {
    const packed = await pack(bytes);
    return this.#remote.call("saveVersion", [version, packed], [packed.buffer]);
  }

  versions(board: BoardId): Promise<readonly VersionRecord[]> {
    return this.#remote.call("versions", [board]);
  }

  async version(board: BoardId, id: VersionId): Promise<{ record: VersionRecord; bytes: Uint8Array } | undefined> {
    const found = await this.#remote.call("version", [board, id]);
    return found && { record: found.record, bytes: await unpack(found.bytes) };
  }

  deleteVersion(board: BoardId, id: VersionId): Promise<void> {
    return this.#remote.call("deleteVersion", [board, id]);
  }

  dropHistory(board: BoardId, before: number, changesBefore = before): Promise<number> {
    return this.#remote.call("dropHistory", [board, before, changesBefore]);
  }

  check(): Promise<void> {
    return this.#remote.call("check", []);
  }

  close(): Promise<void> {
    return this.#remote.close();
  }
}

const EMPTY = new Uint8Array();
