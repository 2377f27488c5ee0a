import type { BoardId } from "@palabre/shared/terms";
import { seqRow, type CheckpointRow, type EntryRow } from "./journalRecords.ts";
import type { Rows, Value } from "./postgresDatabase.ts";
import type { DocumentTables } from "./documentTables.ts";
import type { StoredName } from "./storedName.ts";

/** As `SqliteQuarantine`: what can't be read or applied, as it was found, inside its caller's transaction. */
export class PostgresQuarantine {
  readonly #rows: Rows;
  readonly #tables: DocumentTables;

  constructor(rows: Rows, tables: DocumentTables) {
    this.#rows = rows;
    this.#tables = tables;
  }

  /** The numbers of the entries that are here. */
  async entriesOf(board: BoardId, document: StoredName): Promise<ReadonlySet<number>> {
    const rows = await this.#rows.all(
      `SELECT seq FROM "${this.#tables.quarantine}" WHERE board = $1 AND document = $2 AND kind = 'entry'`,
      [board, document],
    );
    return new Set(rows.map((row) => seqRow.parse(row).seq));
  }

  async addEntry(board: BoardId, document: StoredName, { seq, bytes, sha }: EntryRow, reason: string): Promise<void> {
    await this.#add([board, document, "entry", seq, bytes ?? NONE, null, sha ?? NONE, reason]);
    await this.#delete(this.#tables.updates, board, document, seq);
  }

  async addCheckpoint(board: BoardId, document: StoredName, row: CheckpointRow, reason: string): Promise<void> {
    await this.#add([board, document, "checkpoint", row.seq, row.bytes, row.vector, row.sha, reason]);
    await this.#delete(this.#tables.checkpoints, board, document, row.seq);
  }

  async #add(values: readonly Value[]): Promise<void> {
    await this.#rows.run(
      `INSERT INTO "${this.#tables.quarantine}" (board, document, kind, seq, bytes, vector, sha, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values,
    );
  }

  async #delete(table: string, board: BoardId, document: StoredName, seq: number): Promise<void> {
    await this.#rows.run(`DELETE FROM "${table}" WHERE board = $1 AND document = $2 AND seq = $3`, [
      board,
      document,
      seq,
    ]);
  }
}

const NONE = new Uint8Array();
