import type { BoardId, VersionId } from "@palabre/shared/terms";
import type { ChangeFilter, ClientOwner, LoggedChange, VersionRecord } from "./boardStore.ts";
import { changeRow, clientRow, readVersion, versionRow } from "./historyRows.ts";
import { mustBeLoggable, unknownBoardError } from "./journalEntries.ts";
import type { WrittenEntry } from "./packedEntries.ts";
import { shaOf } from "./packing.ts";
import type { Database } from "./sqliteFile.ts";

/** Client ids, change log and versions of `boards.db`. It opens no transaction: what changes the file runs in its caller's. */
export class SqliteHistory {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** To be called in the transaction of the entries. */
  note(batch: readonly WrittenEntry[], seqs: readonly number[]): void {
    for (const [index, entry] of batch.entries()) {
      const { board, clients = [], change } = entry;
      mustBeLoggable(entry);
      for (const { client, device } of clients) this.#statements.insertClient.run(board, client, device);
      if (!change) continue;
      const { at, person = null, phase = null, facts } = change;
      this.#statements.insertChange.run(board, seqs[index] ?? null, at, person, phase, facts);
    }
  }

  clientsOf(board: BoardId): readonly ClientOwner[] {
    return this.#statements.clients.all(board).map((row) => clientRow.parse(row));
  }

  changes(board: BoardId, { person, afterSeq = 0, since = 0, limit }: ChangeFilter): readonly LoggedChange[] {
    const by = person ?? null;
    return this.#statements.changes.all(board, afterSeq, since, by, by, limit).map((row) => changeRow.parse(row));
  }

  saveVersion(record: VersionRecord, packed: Uint8Array): void {
    const { board, id, at, kind, label, person = null, seq, bytes } = record;
    if (this.#statements.board.get(board) === undefined) {
      throw unknownBoardError(board);
    }
    this.#statements.insertVersion.run(board, id, at, kind, label, person, seq, bytes, packed, shaOf(packed));
  }

  versions(board: BoardId): readonly VersionRecord[] {
    return this.#statements.versions.all(board).map((row) => versionRow.parse(row));
  }

  /** Its bytes packed. @throws AppError `damaged-document` */
  version(board: BoardId, id: VersionId): { record: VersionRecord; bytes: Uint8Array } | undefined {
    const row = this.#statements.version.get(board, id);
    return row === undefined ? undefined : readVersion(row);
  }

  deleteVersion(board: BoardId, id: VersionId): void {
    this.#statements.deleteVersion.run(board, id);
  }

  drop(board: BoardId, before: number, changesBefore: number): number {
    const changes = this.#statements.dropChanges.run(board, changesBefore).changes;
    return Number(changes) + Number(this.#statements.dropVersions.run(board, before).changes);
  }
}

const VERSION_COLUMNS = "board, id, at, kind, label, person, seq, length";
const prepare = (db: Database) => ({
  board: db.prepare("SELECT 1 FROM boards WHERE id = ?"),
  insertClient: db.prepare("INSERT OR IGNORE INTO clients (board, client, device) VALUES (?, ?, ?)"),
  clients: db.prepare("SELECT client, device FROM clients WHERE board = ? ORDER BY client"),
  insertChange: db.prepare("INSERT INTO changes (board, seq, at, person, phase, facts) VALUES (?, ?, ?, ?, ?, ?)"),
  changes: db.prepare(
    `SELECT seq, at, person, phase, facts FROM changes
     WHERE board = ? AND seq > ? AND at >= ? AND (? IS NULL OR person = ?) ORDER BY seq LIMIT ?`,
  ),
  dropChanges: db.prepare("DELETE FROM changes WHERE board = ? AND at < ?"),
  insertVersion: db.prepare(
    `INSERT INTO versions (${VERSION_COLUMNS}, bytes, sha) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  versions: db.prepare(`SELECT ${VERSION_COLUMNS} FROM versions WHERE board = ? ORDER BY at DESC, seq DESC, id`),
  version: db.prepare(`SELECT ${VERSION_COLUMNS}, bytes, sha FROM versions WHERE board = ? AND id = ?`),
  deleteVersion: db.prepare("DELETE FROM versions WHERE board = ? AND id = ?"),
  dropVersions: db.prepare("DELETE FROM versions WHERE board = ? AND at < ? AND kind <> 'manual'"),
});
