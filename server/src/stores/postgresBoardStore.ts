import type { BallotId, BoardId, PersonId, PhaseId, VersionId } from "@palabre/shared/terms";
import { failPoint } from "../failPoint.ts";
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
import { POSTGRES_BOARD_MIGRATIONS } from "./migrations/index.ts";
import { pack, unpack, unpackStored } from "./packing.ts";
import { append, journalOf, tablesOf, type Tables } from "./postgresBoardTables.ts";
import { openPostgres, type PostgresDatabase, type Sharing } from "./postgresDatabase.ts";
import { REWRITE_ERASED } from "./postgresDrafts.ts";
import type { StoredName } from "./storedName.ts";

/**
 * Boards in Postgres, in the schema `boards`. Each call is one transaction, one after the other over one connection. Where that breaks, the
 * calls that it cuts off reject, and the next one opens another: a call whose commit was under way may have been kept, and counts as not.
 */
export class PostgresBoardStore implements BoardStore {
  readonly #db: PostgresDatabase;
  /** the one of several servers whose boards these are; undefined: all are */
  readonly #server: string | undefined;

  private constructor(db: PostgresDatabase, server: string | undefined) {
    this.#db = db;
    this.#server = server;
  }

  /** @throws AppError `store-failed`, as `openPostgres` does */
  static async open(url: string, sharing?: Sharing): Promise<PostgresBoardStore> {
    const db = await openPostgres(url, "boards", POSTGRES_BOARD_MIGRATIONS, { sharing });
    const store = new PostgresBoardStore(db, sharing?.server);
    // what a process that died left behind may hold what it erased
    await store.#rewriteErased();
    return store;
  }

  createBoard(record: BoardRecord, documents: readonly Omit<JournalEntry, "board">[]): Promise<void> {
    return this.#run(async (tables) => {
      await tables.boards.create(record);
      // before anybody can ask for it
      if (this.#server !== undefined) await tables.boards.keep(record.id, this.#server);
      await append(
        tables,
        documents.map((document) => ({ ...document, board: record.id })),
      );
    });
  }

  board(id: BoardId): Promise<BoardRecord | undefined> {
    return this.#run(({ boards }) => boards.board(id));
  }

  changeBoard(id: BoardId, change: BoardRecordChange): Promise<BoardRecord | undefined> {
    return this.#run(({ boards }) => boards.change(id, change));
  }

  boardIds(after: BoardId | undefined, limit: number): Promise<readonly BoardId[]> {
    return this.#run(({ boards }) => boards.ids(after, limit, this.#server));
  }

  saveSession(session: SessionRecord): Promise<void> {
    return this.#on(session.board, ({ people }) => people.saveSession(session));
  }

  session(device: string, board: BoardId): Promise<SessionRecord | undefined> {
    return this.#run(({ people }) => people.session(device, board));
  }

  sessionsOfDevice(device: string): Promise<readonly SessionRecord[]> {
    return this.#run(({ people }) => people.sessionsOfDevice(device));
  }

  deleteSession(device: string, board: BoardId): Promise<void> {
    return this.#run(({ people }) => people.deleteSession(device, board));
  }

  setRemoved(board: BoardId, person: PersonId, at: number | undefined): Promise<void> {
    return this.#on(board, ({ people }) => people.setRemoved(board, person, at));
  }

  sessionsOfPerson(board: BoardId, person: PersonId): Promise<readonly SessionRecord[]> {
    return this.#run(({ people }) => people.sessionsOfPerson(board, person));
  }

  saveSlide(slide: SlideRecord): Promise<void> {
    return this.#on(slide.board, ({ people }) => people.saveSlide(slide));
  }

  slide(board: BoardId): Promise<SlideRecord | undefined> {
    return this.#run(({ people }) => people.slide(board));
  }

  slideByDigest(digest: string): Promise<SlideRecord | undefined> {
    return this.#run(({ people }) => people.slideByDigest(digest));
  }

  async append(batch: readonly JournalEntry[]): Promise<readonly number[]> {
    const seqs = await this.#run(async (tables) => {
      failPoint("before-write");
      const appended = await append(tables, batch);
      failPoint("before-commit");
      return appended;
    });
    failPoint("after-commit");
    if (batch.some(({ erases }) => erases !== undefined)) {
      failPoint("after-reveal");
      await this.#rewriteErased();
    }
    return seqs;
  }

  async load(board: BoardId, document: StoredName): Promise<StoredDocument> {
    return unpackStored(await this.loadPacked(board, document));
  }

  async loadPacked(board: BoardId, document: StoredName): Promise<PackedStoredDocument> {
    return this.#run(async (tables) => {
      const journal = journalOf(tables, document);
      const { damaged, ...found } = await journal.load(board, document);
      await journal.quarantine(board, document, damaged);
      return found;
    });
  }

  checkpoint(board: BoardId, document: StoredName, seq: number, packed: PackedDocument): Promise<void> {
    return this.#run((tables) => journalOf(tables, document).checkpoint(board, document, seq, packed));
  }

  checkpointOf(board: BoardId, document: StoredName): Promise<StoredCheckpoint | undefined> {
    return this.#run((tables) => journalOf(tables, document).checkpointOf(board, document));
  }

  setAside(board: BoardId, document: StoredName, seqs: readonly number[], reason: string): Promise<void> {
    return this.#run((tables) => journalOf(tables, document).setAside(board, document, seqs, reason));
  }

  startEpoch(board: BoardId, document: StoredName, seq: number, bytes: Uint8Array): Promise<number> {
    return this.#run((tables) => journalOf(tables, document).startEpoch(board, document, seq, bytes));
  }

  drafts(board: BoardId): Promise<readonly StoredDrafts[]> {
    return this.#run(({ drafts }) => drafts.ofBoard(board));
  }

  async eraseDrafts(board: BoardId, phase: PhaseId): Promise<number> {
    const round = await this.#on(board, ({ drafts }) => drafts.erase(board, phase));
    await this.#rewriteErased();
    return round;
  }

  noteIdeas(board: BoardId, keys: readonly string[]): Promise<void> {
    return this.#on(board, ({ boards }) => boards.noteIdeas(board, keys));
  }

  hasIdea(board: BoardId, key: string): Promise<boolean> {
    return this.#run(({ boards }) => boards.hasIdea(board, key));
  }

  openBallot(record: BallotRecord): Promise<void> {
    return this.#on(record.board, ({ ballots }) => ballots.open(record));
  }

  ballots(board: BoardId): Promise<readonly BallotRecord[]> {
    return this.#run(({ ballots }) => ballots.ballots(board));
  }

  ballot(board: BoardId, id: BallotId): Promise<BallotRecord | undefined> {
    return this.#run(({ ballots }) => ballots.ballot(board, id));
  }

  dueBallots(): Promise<readonly BallotRecord[]> {
    return this.#run(({ ballots }) => ballots.due(this.#server));
  }

  setBallotClosed(board: BoardId, id: BallotId, at: number | undefined): Promise<void> {
    return this.#run(({ ballots }) => ballots.setClosed(board, id, at));
  }

  async putPapers(papers: readonly PaperEntry[]): Promise<readonly boolean[]> {
    const taken = await this.#run(async ({ ballots }) => {
      const put = await ballots.put(papers);
      failPoint("during-papers");
      return put;
    });
    failPoint("after-papers");
    return taken;
  }

  paper(board: BoardId, ballot: BallotId, person: PersonId): Promise<PaperRecord | undefined> {
    return this.#run(({ ballots }) => ballots.paper(board, ballot, person));
  }

  papers(board: BoardId, ballot: BallotId): Promise<readonly PaperRecord[]> {
    return this.#run(({ ballots }) => ballots.papers(board, ballot));
  }

  async eraseBallots(board: BoardId, ids: readonly BallotId[]): Promise<void> {
    await this.#run(({ ballots }) => ballots.erase(board, ids));
    await this.#rewriteErased();
  }

  clientsOf(board: BoardId): Promise<readonly ClientOwner[]> {
    return this.#run(({ history }) => history.clientsOf(board));
  }

  changes(board: BoardId, filter: ChangeFilter): Promise<readonly LoggedChange[]> {
    return this.#run(({ history }) => history.changes(board, filter));
  }

  async saveVersion(version: VersionRecord, bytes: Uint8Array): Promise<void> {
    const packed = await pack(bytes);
    return this.#on(version.board, ({ history }) => history.saveVersion(version, packed));
  }

  versions(board: BoardId): Promise<readonly VersionRecord[]> {
    return this.#run(({ history }) => history.versions(board));
  }

  async version(board: BoardId, id: VersionId): Promise<{ record: VersionRecord; bytes: Uint8Array } | undefined> {
    const found = await this.#run(({ history }) => history.version(board, id));
    return found && { record: found.record, bytes: await unpack(found.bytes) };
  }

  deleteVersion(board: BoardId, id: VersionId): Promise<void> {
    return this.#run(({ history }) => history.deleteVersion(board, id));
  }

  dropHistory(board: BoardId, before: number, changesBefore = before): Promise<number> {
    return this.#run(({ history }) => history.drop(board, before, changesBefore));
  }

  check(): Promise<void> {
    return this.#run(({ boards }) => boards.check());
  }

  close(): Promise<void> {
    return this.#db.close();
  }

  #run<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result> {
    return this.#db.inTransaction((rows) => work(tablesOf(rows)));
  }

  /** What is only for a board that is there. */
  #on<Result>(board: BoardId, work: (tables: Tables) => Promise<Result>): Promise<Result> {
    return this.#run(async (tables) => {
      await tables.boards.mustHave(board);
      return work(tables);
    });
  }

  /** What was asked for is kept: that its traces go a little later is not worth an error. */
  async #rewriteErased(): Promise<void> {
    try {
      await this.#db.maintain(REWRITE_ERASED);
    } catch {
      // a backup that reads them, or a connection that broke: with the next that is erased, or at the next start, it is done again
    }
  }
}
