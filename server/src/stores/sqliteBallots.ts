import type { BallotId, BoardId, PersonId } from "@palabre/shared/terms";
import { ballotRow, paperRow, takesPapers } from "./ballotRows.ts";
import type { BallotRecord, PaperEntry, PaperRecord } from "./ballotStore.ts";
import type { Database } from "./sqliteFile.ts";
import { rewriteWithout } from "./sqliteTables.ts";

/** Ballots and papers as rows. It opens no transaction: what changes the file runs in its caller's, which leaves no trace. */
export class SqliteBallots {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  open({ board, id, salt, openedAt, closesAt, closedAt }: BallotRecord): void {
    this.#statements.insertBallot.run(board, id, salt, openedAt, closesAt ?? null, closedAt ?? null);
  }

  ballots(board: BoardId): readonly BallotRecord[] {
    return this.#statements.ballots.all(board).map((row) => ballotRow.parse(row));
  }

  ballot(board: BoardId, id: BallotId): BallotRecord | undefined {
    return ballotRow.optional().parse(this.#statements.ballot.get(board, id));
  }

  due(): readonly BallotRecord[] {
    return this.#statements.dueBallots.all().map((row) => ballotRow.parse(row));
  }

  setClosed(board: BoardId, id: BallotId, at: number | undefined): void {
    if (at === undefined) this.#statements.reopen.run(board, id);
    else this.#statements.close.run(at, board, id);
  }

  put(entries: readonly PaperEntry[]): readonly boolean[] {
    return entries.map(({ board, ballot, person, sealed, at }) => {
      if (!takesPapers(this.ballot(board, ballot), at)) return false;
      if (sealed === undefined) this.#statements.deletePaper.run(board, ballot, person);
      else this.#statements.putPaper.run(board, ballot, person, sealed, at);
      return true;
    });
  }

  paper(board: BoardId, ballot: BallotId, person: PersonId): PaperRecord | undefined {
    return paperRow.optional().parse(this.#statements.paper.get(board, ballot, person));
  }

  papers(board: BoardId, ballot: BallotId): readonly PaperRecord[] {
    return this.#statements.papers.all(board, ballot).map((row) => paperRow.parse(row));
  }

  /** Salts are few: their table is written anew, so that no page keeps one. Without it papers can't be read. */
  erase(board: BoardId, ids: readonly BallotId[]): void {
    for (const id of ids) {
      this.#statements.deletePapers.run(board, id);
      rewriteWithout(this.#db, ["ballots"], "board = ? AND id = ?", [board, id]);
    }
  }
}

const prepare = (db: Database) => ({
  insertBallot: db.prepare(
    "INSERT INTO ballots (board, id, salt, openedAt, closesAt, closedAt) VALUES (?, ?, ?, ?, ?, ?)",
  ),
  ballots: db.prepare("SELECT * FROM ballots WHERE board = ? ORDER BY id"),
  ballot: db.prepare("SELECT * FROM ballots WHERE board = ? AND id = ?"),
  dueBallots: db.prepare("SELECT * FROM ballots WHERE closedAt IS NULL AND closesAt IS NOT NULL ORDER BY board, id"),
  close: db.prepare("UPDATE ballots SET closedAt = coalesce(closedAt, ?) WHERE board = ? AND id = ?"),
  reopen: db.prepare("UPDATE ballots SET closedAt = NULL, closesAt = NULL WHERE board = ? AND id = ?"),
  putPaper: db.prepare("INSERT OR REPLACE INTO papers (board, ballot, person, sealed, at) VALUES (?, ?, ?, ?, ?)"),
  deletePaper: db.prepare("DELETE FROM papers WHERE board = ? AND ballot = ? AND person = ?"),
  paper: db.prepare("SELECT person, sealed, at FROM papers WHERE board = ? AND ballot = ? AND person = ?"),
  papers: db.prepare("SELECT person, sealed, at FROM papers WHERE board = ? AND ballot = ? ORDER BY person"),
  deletePapers: db.prepare("DELETE FROM papers WHERE board = ? AND ballot = ?"),
});
