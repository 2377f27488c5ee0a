import type { BoardId, PhaseId } from "@palabre/shared/terms";
import type { StoredDrafts } from "./boardStore.ts";
import { nextRoundRow, readDrafts } from "./draftRows.ts";
import { emptyLog, type Database } from "./sqliteFile.ts";
import { DRAFT_TABLES } from "./documentTables.ts";
import { rewriteWithout } from "./sqliteTables.ts";

/**
 * Whose drafts there are, and their end. It opens no transaction: what changes the file runs in its caller's, inside `withoutTrace`.
 *
 * SQLite leaves what was deleted where it stood, and what it moves from page to page too. So as long as drafts are written or erased each
 * page that is given up is overwritten, and erasing gives up all pages of the drafts' tables: what is left of other phases is written anew.
 * What remains is the log (WAL), which is emptied right after.
 */
export class SqliteDrafts {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;
  #isLogStale = false;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  ofBoard(board: BoardId): readonly StoredDrafts[] {
    return readDrafts(this.#statements.rounds.all(board), this.#statements.names.all(board));
  }

  /** Runs a transaction in which no page that is given up keeps what stood on it. */
  withoutTrace<Result>(transaction: () => Result): Result {
    this.#db.exec("PRAGMA secure_delete = ON");
    try {
      return transaction();
    } finally {
      this.#db.exec("PRAGMA secure_delete = OFF");
    }
  }

  /** @returns the round that begins */
  erase(board: BoardId, phase: PhaseId): number {
    const { documents, updates, checkpoints, quarantine } = DRAFT_TABLES;
    const tables = [documents, updates, checkpoints, quarantine];
    rewriteWithout(this.#db, tables, "board = ? AND instr(document, ?) = 1", [board, `draft/${phase}/`]);
    this.noteErased();
    return nextRoundRow.parse(this.#statements.nextRound.get(board, phase)).round;
  }

  /** The log may hold what was erased. */
  noteErased(): void {
    this.#isLogStale = true;
  }

  /** Empties the log if it may hold what was erased. To be called outside of a transaction; where a reader stands in the way, again later. */
  emptyLog(): void {
    if (!this.#isLogStale) return;
    // nobody's commit waits for a reader
    this.#isLogStale = !emptyLog(this.#db);
  }

  /** What a process that died left behind may hold what it erased. */
  begin(): void {
    this.noteErased();
    this.emptyLog();
  }
}

const prepare = (db: Database) => ({
  names: db.prepare("SELECT document FROM draftDocuments WHERE board = ? ORDER BY document"),
  rounds: db.prepare("SELECT phase, round FROM draftRounds WHERE board = ?"),
  nextRound: db.prepare(
    `INSERT INTO draftRounds (board, phase, round) VALUES (?, ?, 1)
     ON CONFLICT (board, phase) DO UPDATE SET round = round + 1 RETURNING round`,
  ),
});
