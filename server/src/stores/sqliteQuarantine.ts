import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import type { Database } from "./sqliteFile.ts";
import type { CheckpointRow, EntryRow } from "./journalRecords.ts";
import type { DocumentTables } from "./documentTables.ts";
import type { StoredName } from "./storedName.ts";

const seqRow = z.object({ seq: z.number() });

/**
 * What can't be read or applied, as it was found: whoever repairs a board by hand finds it there with its reason. Nothing is ever written
 * over or deleted. It opens no transaction: what changes the file runs in its caller's.
 */
export class SqliteQuarantine {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, tables: DocumentTables) {
    this.#statements = prepare(db, tables);
  }

  /** The numbers of the entries that are here. */
  entriesOf(board: BoardId, document: StoredName): ReadonlySet<number> {
    return new Set(this.#statements.entries.all(board, document).map((row) => seqRow.parse(row).seq));
  }

  addEntry(board: BoardId, document: StoredName, { seq, bytes, sha }: EntryRow, reason: string): void {
    this.#statements.insert.run(board, document, "entry", seq, bytes ?? NONE, null, sha ?? NONE, reason);
    this.#statements.deleteUpdate.run(board, document, seq);
  }

  addCheckpoint(board: BoardId, document: StoredName, row: CheckpointRow, reason: string): void {
    this.#statements.insert.run(board, document, "checkpoint", row.seq, row.bytes, row.vector, row.sha, reason);
    this.#statements.deleteCheckpoint.run(board, document, row.seq);
  }
}

const NONE = new Uint8Array();

const prepare = (db: Database, { quarantine, updates, checkpoints }: DocumentTables) => ({
  entries: db.prepare(`SELECT seq FROM ${quarantine} WHERE board = ? AND document = ? AND kind = 'entry'`),
  insert: db.prepare(
    `INSERT INTO ${quarantine} (board, document, kind, seq, bytes, vector, sha, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  deleteUpdate: db.prepare(`DELETE FROM ${updates} WHERE board = ? AND document = ? AND seq = ?`),
  deleteCheckpoint: db.prepare(`DELETE FROM ${checkpoints} WHERE board = ? AND document = ? AND seq = ?`),
});
