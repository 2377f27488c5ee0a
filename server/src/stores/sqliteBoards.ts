import {
  isDraftName,
  type BallotId,
  type BoardId,
  type PersonId,
  type PhaseId,
  type VersionId,
} from "@palabre/shared/terms";
import { boardRow, digestOf, idRow } from "./boardRows.ts";
import type { BallotRecord, PaperEntry, PaperRecord } from "./ballotStore.ts";
import type {
  BoardRecord,
  BoardRecordChange,
  ChangeFilter,
  ClientOwner,
  LoggedChange,
  PackedDocument,
  PackedStoredDocument,
  SessionRecord,
  SlideRecord,
  StoredCheckpoint,
  StoredDrafts,
  VersionRecord,
} from "./boardStore.ts";
import { failPoint } from "../failPoint.ts";
import { unknownBoardError } from "./journalEntries.ts";
import { BOARD_MIGRATIONS } from "./migrations/index.ts";
import { clearGaps, inTransaction, openSqliteFile, shrink, type Database } from "./sqliteFile.ts";
import { unpackEntries, type PackedEntries, type WrittenEntry } from "./packedEntries.ts";
import { SqliteBallots } from "./sqliteBallots.ts";
import { SqliteDrafts } from "./sqliteDrafts.ts";
import { SqliteHistory } from "./sqliteHistory.ts";
import { SqliteJournal } from "./sqliteJournal.ts";
import { SqlitePeople } from "./sqlitePeople.ts";
import { DRAFT_TABLES, SHARED_TABLES } from "./documentTables.ts";
import type { StoredName } from "./storedName.ts";
import { packBytes } from "./workerBridge.ts";

/** `BoardStore` as one thread runs it, blocking: each call ends when the disk has it. The contract is `BoardStore`'s. */
export class SqliteBoards {
  readonly #file: string;
  readonly #db: Database;
  readonly #shared: SqliteJournal;
  readonly #ofDrafts: SqliteJournal;
  readonly #drafts: SqliteDrafts;
  readonly #history: SqliteHistory;
  readonly #people: SqlitePeople;
  readonly #ballots: SqliteBallots;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(file: string) {
    this.#file = file;
    this.#db = openSqliteFile(file, BOARD_MIGRATIONS, { isShrinking: true });
    this.#shared = new SqliteJournal(this.#db, SHARED_TABLES);
    this.#ofDrafts = new SqliteJournal(this.#db, DRAFT_TABLES);
    this.#drafts = new SqliteDrafts(this.#db);
    this.#history = new SqliteHistory(this.#db);
    this.#people = new SqlitePeople(this.#db);
    this.#ballots = new SqliteBallots(this.#db);
    this.#drafts.begin();
    this.#statements = prepare(this.#db);
  }

  createBoard(record: BoardRecord, documents: PackedEntries): void {
    const { id, title, language, createdAt, counters, historyDays } = record;
    const { facilitator, participant, viewer } = counters;
    inTransaction(this.#db, () => {
      this.#statements.insertBoard.run(id, title, language, createdAt, facilitator, participant, viewer, historyDays);
      this.#append(unpackEntries(documents));
    });
  }

  board(id: BoardId): BoardRecord | undefined {
    return boardRow.optional().parse(this.#statements.board.get(id));
  }

  changeBoard(id: BoardId, change: BoardRecordChange): BoardRecord | undefined {
    return inTransaction(this.#db, () => {
      const before = this.board(id);
      if (!before) return undefined;
      const after = { ...before, ...change };
      const { facilitator, participant, viewer } = after.counters;
      this.#statements.updateBoard.run(after.title, facilitator, participant, viewer, after.historyDays, id);
      return after;
    });
  }

  boardIds(after: BoardId | undefined, limit: number): readonly BoardId[] {
    return this.#statements.boardIds.all(after ?? "", limit).map((row) => idRow.parse(row).id);
  }

  saveSession(session: SessionRecord): void {
    inTransaction(this.#db, () => {
      this.#mustHave(session.board);
      this.#people.saveSession(session);
    });
  }

  session(device: string, board: BoardId): SessionRecord | undefined {
    return this.#people.session(device, board);
  }

  sessionsOfDevice(device: string): readonly SessionRecord[] {
    return this.#people.sessionsOfDevice(device);
  }

  deleteSession(device: string, board: BoardId): void {
    this.#people.deleteSession(device, board);
  }

  setRemoved(board: BoardId, person: PersonId, at: number | undefined): void {
    inTransaction(this.#db, () => {
      this.#mustHave(board);
      this.#people.setRemoved(board, person, at);
    });
  }

  sessionsOfPerson(board: BoardId, person: PersonId): readonly SessionRecord[] {
    return this.#people.sessionsOfPerson(board, person);
  }

  saveSlide(slide: SlideRecord): void {
    inTransaction(this.#db, () => {
      this.#mustHave(slide.board);
      this.#people.saveSlide(slide);
    });
  }

  slide(board: BoardId): SlideRecord | undefined {
    return this.#people.slide(board);
  }

  slideByDigest(digest: string): SlideRecord | undefined {
    return this.#people.slideByDigest(digest);
  }

  #mustHave(board: BoardId): void {
    if (!this.board(board)) throw unknownBoardError(board);
  }

  append(packed: PackedEntries): readonly number[] {
    const batch = unpackEntries(packed);
    if (batch.length === 0) return [];
    failPoint("before-write");
    const append = () =>
      inTransaction(this.#db, () => {
        const appended = this.#append(batch);
        failPoint("before-commit");
        return appended;
      });
    const isOfDrafts = batch.some(({ document, erases }) => erases !== undefined || isDraftName(document));
    const seqs = isOfDrafts ? this.#drafts.withoutTrace(append) : append();
    failPoint("after-commit");
    if (batch.some(({ erases }) => erases !== undefined)) failPoint("after-reveal");
    this.#emptyLog();
    return seqs;
  }

  #append(batch: readonly WrittenEntry[]): readonly number[] {
    const isOfDraft = batch.map(({ document }) => isDraftName(document));
    const shared = this.#shared.append(batch.filter((_, index) => isOfDraft[index] !== true));
    for (const { board, erases } of batch) {
      if (erases === undefined) continue;
      this.#drafts.erase(board, erases);
      failPoint("during-reveal");
    }
    const ofDrafts = this.#ofDrafts.append(batch.filter((_, index) => isOfDraft[index] === true));
    const [nextShared, nextOfDrafts] = [shared.values(), ofDrafts.values()];
    const seqs = isOfDraft.map((isIt) => (isIt ? nextOfDrafts : nextShared).next().value ?? 0);
    this.#history.note(batch, seqs);
    return seqs;
  }

  drafts(board: BoardId): readonly StoredDrafts[] {
    return this.#drafts.ofBoard(board);
  }

  eraseDrafts(board: BoardId, phase: PhaseId): number {
    const round = this.#drafts.withoutTrace(() =>
      inTransaction(this.#db, () => {
        this.#mustHave(board);
        return this.#drafts.erase(board, phase);
      }),
    );
    this.#emptyLog();
    return round;
  }

  /** What was asked for is on disk: that an emptied log comes a little later is not worth an error. */
  #emptyLog(): void {
    try {
      this.#drafts.emptyLog();
    } catch {
      // a full disk or another process's lock: with the next entry it is tried again
    }
  }

  #journalOf(document: StoredName): SqliteJournal {
    return isDraftName(document) ? this.#ofDrafts : this.#shared;
  }

  /** One transaction on a document. */
  #change<Result>(document: StoredName, work: (journal: SqliteJournal) => Result): Result {
    const change = () => inTransaction(this.#db, () => work(this.#journalOf(document)));
    // the server quotes posts in its own documents, which may be taken back
    return document === "board" ? change() : this.#drafts.withoutTrace(change);
  }

  load(board: BoardId, document: StoredName): PackedStoredDocument {
    const { damaged, ...found } = this.#journalOf(document).load(board, document);
    const { checkpoints, entries } = damaged;
    // reading takes no lock and works on a full disk; only damage has to be written down
    if (checkpoints.length + entries.length > 0) {
      this.#change(document, (journal) => journal.quarantine(board, document, damaged));
    }
    // in one buffer: a thousand that go over one by one take four times as long
    return { ...found, updates: packBytes(found.updates).views };
  }

  checkpoint(board: BoardId, document: StoredName, seq: number, packed: PackedDocument): void {
    this.#change(document, (journal) => journal.checkpoint(board, document, seq, packed));
    this.#shrink();
  }

  checkpointOf(board: BoardId, document: StoredName): StoredCheckpoint | undefined {
    return this.#journalOf(document).checkpointOf(board, document);
  }

  setAside(board: BoardId, document: StoredName, seqs: readonly number[], reason: string): void {
    this.#change(document, (journal) => journal.setAside(board, document, seqs, reason));
  }

  startEpoch(board: BoardId, document: StoredName, seq: number, bytes: Uint8Array, isErasing = false): number {
    const started = this.#change(document, (journal) => journal.startEpoch(board, document, seq, bytes));
    if (isErasing) {
      // what was asked for is done: traces that can't go now go with the next that is erased
      clearGaps(this.#db, this.#file);
      this.#drafts.noteErased();
    }
    this.#shrink();
    this.#emptyLog();
    return started;
  }

  noteIdeas(board: BoardId, keys: readonly string[]): void {
    inTransaction(this.#db, () => {
      this.#mustHave(board);
      for (const key of keys) this.#statements.noteIdea.run(board, digestOf(key));
    });
  }

  hasIdea(board: BoardId, key: string): boolean {
    return this.#statements.idea.get(board, digestOf(key)) !== undefined;
  }

  openBallot(record: BallotRecord): void {
    inTransaction(this.#db, () => {
      this.#mustHave(record.board);
      this.#ballots.open(record);
    });
  }

  ballots(board: BoardId): readonly BallotRecord[] {
    return this.#ballots.ballots(board);
  }

  ballot(board: BoardId, id: BallotId): BallotRecord | undefined {
    return this.#ballots.ballot(board, id);
  }

  dueBallots(): readonly BallotRecord[] {
    return this.#ballots.due();
  }

  setBallotClosed(board: BoardId, id: BallotId, at: number | undefined): void {
    this.#ballots.setClosed(board, id, at);
  }

  putPapers(papers: readonly PaperEntry[]): readonly boolean[] {
    const taken = this.#drafts.withoutTrace(() =>
      inTransaction(this.#db, () => {
        const put = this.#ballots.put(papers);
        failPoint("during-papers");
        return put;
      }),
    );
    failPoint("after-papers");
    this.#emptyLog();
    return taken;
  }

  paper(board: BoardId, ballot: BallotId, person: PersonId): PaperRecord | undefined {
    return this.#ballots.paper(board, ballot, person);
  }

  papers(board: BoardId, ballot: BallotId): readonly PaperRecord[] {
    return this.#ballots.papers(board, ballot);
  }

  eraseBallots(board: BoardId, ids: readonly BallotId[]): void {
    this.#drafts.withoutTrace(() => inTransaction(this.#db, () => this.#ballots.erase(board, ids)));
    this.#drafts.noteErased();
    this.#emptyLog();
  }

  clientsOf(board: BoardId): readonly ClientOwner[] {
    return this.#history.clientsOf(board);
  }

  changes(board: BoardId, filter: ChangeFilter): readonly LoggedChange[] {
    return this.#history.changes(board, filter);
  }

  /** @param packed gzipped */
  saveVersion(version: VersionRecord, packed: Uint8Array): void {
    inTransaction(this.#db, () => this.#history.saveVersion(version, packed));
  }

  versions(board: BoardId): readonly VersionRecord[] {
    return this.#history.versions(board);
  }

  /** Its bytes gzipped. */
  version(board: BoardId, id: VersionId): { record: VersionRecord; bytes: Uint8Array } | undefined {
    return this.#history.version(board, id);
  }

  deleteVersion(board: BoardId, id: VersionId): void {
    this.#history.deleteVersion(board, id);
  }

  dropHistory(board: BoardId, before: number, changesBefore: number): number {
    const dropped = inTransaction(this.#db, () => this.#history.drop(board, before, changesBefore));
    if (dropped > 0) this.#shrink();
    return dropped;
  }

  /** What was asked for is done; the space is not worth an error. */
  #shrink(): void {
    try {
      shrink(this.#db, this.#file);
    } catch {
      // a full disk or another process's lock: the next time is as good
    }
  }

  check(): void {
    this.#statements.check.run();
  }

  close(): void {
    this.#db.close();
  }
}

const prepare = (db: Database) => ({
  insertBoard: db.prepare(
    `INSERT INTO boards (id, title, language, createdAt, facilitatorCounter, participantCounter, viewerCounter, historyDays)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  board: db.prepare("SELECT * FROM boards WHERE id = ?"),
  boardIds: db.prepare("SELECT id FROM boards WHERE id > ? ORDER BY id LIMIT ?"),
  updateBoard: db.prepare(
    `UPDATE boards SET title = ?, facilitatorCounter = ?, participantCounter = ?, viewerCounter = ?, historyDays = ?
     WHERE id = ?`,
  ),
  noteIdea: db.prepare("INSERT OR IGNORE INTO ideas (board, digest) VALUES (?, ?)"),
  idea: db.prepare("SELECT digest FROM ideas WHERE board = ? AND digest = ?"),
  check: db.prepare("UPDATE checks SET count = count + 1"),
});
