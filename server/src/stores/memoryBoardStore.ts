import { AppError } from "@palabre/shared/errors";
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
  SessionRecord,
  SlideRecord,
  PackedStoredDocument,
  StoredCheckpoint,
  StoredDocument,
  StoredDrafts,
  VersionRecord,
} from "./boardStore.ts";
import { MemoryBallots } from "./memoryBallots.ts";
import { MemoryDocuments } from "./memoryDocuments.ts";
import { mustBeLoggable, unknownBoardError } from "./journalEntries.ts";
import { MemoryHistory } from "./memoryHistory.ts";
import { unpackStored } from "./packing.ts";
import type { StoredName } from "./storedName.ts";

/** Boards in this process, for tests and trials: nothing outlives it. What is kept is copied on its way in and out. */
export class MemoryBoardStore implements BoardStore {
  readonly #boards = new Map<BoardId, BoardRecord>();
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #removedAt = new Map<string, number>();
  readonly #slides = new Map<BoardId, SlideRecord>();
  readonly #ideas = new Set<string>();
  readonly #documents = new MemoryDocuments();
  readonly #history = new MemoryHistory();
  readonly #ballots = new MemoryBallots();
  #closed = false;

  async createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void> {
    this.#mustBeOpen();
    if (this.#boards.has(record.id)) throw new AppError("store-failed", `Board ${record.id} is there already`);
    const entries = documents.map((document) => ({ ...document, board: record.id }));
    for (const entry of entries) mustBeLoggable(entry);
    this.#boards.set(record.id, structuredClone(record));
    for (const entry of entries) this.#appendOne(entry);
  }

  async board(id: BoardId): Promise<BoardRecord | undefined> {
    this.#mustBeOpen();
    return structuredClone(this.#boards.get(id));
  }

  async changeBoard(id: BoardId, change: BoardRecordChange): Promise<BoardRecord | undefined> {
    this.#mustBeOpen();
    const before = this.#boards.get(id);
    if (!before) return undefined;
    const after = structuredClone({ ...before, ...change });
    this.#boards.set(id, after);
    return structuredClone(after);
  }

  async boardIds(after: BoardId | undefined, limit: number): Promise<readonly BoardId[]> {
    this.#mustBeOpen();
    const ids = [...this.#boards.keys()].filter((id) => after === undefined || id > after);
    return ids.sort((a, b) => (a < b ? -1 : 1)).slice(0, limit);
  }

  async saveSession(session: SessionRecord): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(session.board);
    const { removedAt: _, ...kept } = session;
    this.#sessions.set(sessionKey(session.device, session.board), structuredClone(kept));
  }

  async session(device: string, board: BoardId): Promise<SessionRecord | undefined> {
    this.#mustBeOpen();
    const session = this.#sessions.get(sessionKey(device, board));
    return session && this.#marked(session);
  }

  async sessionsOfDevice(device: string): Promise<readonly SessionRecord[]> {
    this.#mustBeOpen();
    const own = [...this.#sessions.values()].filter((session) => session.device === device);
    own.sort((a, b) => b.seenAt - a.seenAt || (a.board < b.board ? -1 : 1));
    return own.map((session) => this.#marked(session));
  }

  async deleteSession(device: string, board: BoardId): Promise<void> {
    this.#mustBeOpen();
    this.#sessions.delete(sessionKey(device, board));
  }

  async setRemoved(board: BoardId, person: PersonId, at: number | undefined): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(board);
    if (at === undefined) this.#removedAt.delete(sessionKey(person, board));
    else this.#removedAt.set(sessionKey(person, board), at);
  }

  async sessionsOfPerson(board: BoardId, person: PersonId): Promise<readonly SessionRecord[]> {
    this.#mustBeOpen();
    const found = [...this.#sessions.values()].filter(
      (session) => session.board === board && (session.person === person || session.askedBy === person),
    );
    return found.sort((a, b) => (a.device < b.device ? -1 : 1)).map((session) => this.#marked(session));
  }

  async saveSlide(slide: SlideRecord): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(slide.board);
    for (const [board, { digest }] of this.#slides) if (digest === slide.digest) this.#slides.delete(board);
    this.#slides.set(slide.board, structuredClone(slide));
  }

  async slide(board: BoardId): Promise<SlideRecord | undefined> {
    this.#mustBeOpen();
    return structuredClone(this.#slides.get(board));
  }

  async slideByDigest(digest: string): Promise<SlideRecord | undefined> {
    this.#mustBeOpen();
    return structuredClone([...this.#slides.values()].find((slide) => slide.digest === digest));
  }

  async append(batch: readonly JournalEntry[]): Promise<readonly number[]> {
    this.#mustBeOpen();
    for (const { board } of batch) this.#mustHave(board);
    for (const entry of batch) mustBeLoggable(entry);
    return batch.map((entry) => this.#appendOne(entry));
  }

  async load(board: BoardId, document: StoredName): Promise<StoredDocument> {
    return unpackStored(await this.loadPacked(board, document));
  }

  async loadPacked(board: BoardId, document: StoredName): Promise<PackedStoredDocument> {
    this.#mustBeOpen();
    return this.#documents.load(board, document);
  }

  async checkpoint(board: BoardId, document: StoredName, seq: number, packed: PackedDocument): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(board);
    this.#documents.checkpoint(board, document, seq, packed);
  }

  async checkpointOf(board: BoardId, document: StoredName): Promise<StoredCheckpoint | undefined> {
    this.#mustBeOpen();
    return this.#documents.checkpointOf(board, document);
  }

  async setAside(board: BoardId, document: StoredName, seqs: readonly number[]): Promise<void> {
    this.#mustBeOpen();
    this.#documents.setAside(board, document, seqs);
  }

  async startEpoch(board: BoardId, document: StoredName, seq: number, bytes: Uint8Array): Promise<number> {
    this.#mustBeOpen();
    this.#mustHave(board);
    return this.#documents.startEpoch(board, document, seq, bytes);
  }

  async drafts(board: BoardId): Promise<readonly StoredDrafts[]> {
    this.#mustBeOpen();
    return this.#documents.drafts(board);
  }

  async eraseDrafts(board: BoardId, phase: PhaseId): Promise<number> {
    this.#mustBeOpen();
    this.#mustHave(board);
    return this.#documents.eraseDrafts(board, phase);
  }

  async noteIdeas(board: BoardId, keys: readonly string[]): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(board);
    for (const key of keys) this.#ideas.add(`${board}/${key}`);
  }

  async hasIdea(board: BoardId, key: string): Promise<boolean> {
    this.#mustBeOpen();
    return this.#ideas.has(`${board}/${key}`);
  }

  async openBallot(record: BallotRecord): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(record.board);
    this.#ballots.open(record);
  }

  async ballots(board: BoardId): Promise<readonly BallotRecord[]> {
    this.#mustBeOpen();
    return this.#ballots.ballots(board);
  }

  async ballot(board: BoardId, id: BallotId): Promise<BallotRecord | undefined> {
    this.#mustBeOpen();
    return this.#ballots.ballot(board, id);
  }

  async dueBallots(): Promise<readonly BallotRecord[]> {
    this.#mustBeOpen();
    return this.#ballots.due();
  }

  async setBallotClosed(board: BoardId, id: BallotId, at: number | undefined): Promise<void> {
    this.#mustBeOpen();
    this.#ballots.setClosed(board, id, at);
  }

  async putPapers(papers: readonly PaperEntry[]): Promise<readonly boolean[]> {
    this.#mustBeOpen();
    return this.#ballots.put(papers);
  }

  async paper(board: BoardId, ballot: BallotId, person: PersonId): Promise<PaperRecord | undefined> {
    this.#mustBeOpen();
    return this.#ballots.paper(board, ballot, person);
  }

  async papers(board: BoardId, ballot: BallotId): Promise<readonly PaperRecord[]> {
    this.#mustBeOpen();
    return this.#ballots.papers(board, ballot);
  }

  async eraseBallots(board: BoardId, ids: readonly BallotId[]): Promise<void> {
    this.#mustBeOpen();
    this.#ballots.erase(board, ids);
  }

  async clientsOf(board: BoardId): Promise<readonly ClientOwner[]> {
    this.#mustBeOpen();
    return this.#history.clientsOf(board);
  }

  async changes(board: BoardId, filter: ChangeFilter): Promise<readonly LoggedChange[]> {
    this.#mustBeOpen();
    return this.#history.changes(board, filter);
  }

  async saveVersion(version: VersionRecord, bytes: Uint8Array): Promise<void> {
    this.#mustBeOpen();
    this.#mustHave(version.board);
    this.#history.saveVersion(version, bytes);
  }

  async versions(board: BoardId): Promise<readonly VersionRecord[]> {
    this.#mustBeOpen();
    return this.#history.versions(board);
  }

  async version(board: BoardId, id: VersionId): Promise<{ record: VersionRecord; bytes: Uint8Array } | undefined> {
    this.#mustBeOpen();
    return this.#history.version(board, id);
  }

  async deleteVersion(board: BoardId, id: VersionId): Promise<void> {
    this.#mustBeOpen();
    this.#history.deleteVersion(board, id);
  }

  async dropHistory(board: BoardId, before: number, changesBefore = before): Promise<number> {
    this.#mustBeOpen();
    return this.#history.drop(board, before, changesBefore);
  }

  async check(): Promise<void> {
    this.#mustBeOpen();
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #appendOne(entry: JournalEntry): number {
    const seq = this.#documents.append(entry.board, entry.document, entry.bytes);
    this.#history.note(entry, seq);
    if (entry.erases !== undefined) this.#documents.eraseDrafts(entry.board, entry.erases);
    return seq;
  }

  #marked(session: SessionRecord): SessionRecord {
    const removedAt = this.#removedAt.get(sessionKey(session.person, session.board));
    return { ...structuredClone(session), ...(removedAt === undefined ? {} : { removedAt }) };
  }

  #mustHave(board: BoardId): void {
    if (!this.#boards.has(board)) throw unknownBoardError(board);
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new AppError("store-failed", "The store is closed: open it again");
  }
}

const sessionKey = (deviceOrPerson: string, board: BoardId): string => `${deviceOrPerson}/${board}`;
