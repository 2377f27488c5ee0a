import type { BoardId, VersionId } from "@palabre/shared/terms";
import type { ChangeFilter, ClientOwner, JournalEntry, LoggedChange, VersionRecord } from "./boardStore.ts";
import { changeRow, clientRow, readVersion, versionRow } from "./historyRows.ts";
import { mustBeLoggable } from "./journalEntries.ts";
import { shaOf } from "./packing.ts";
import type { Rows } from "./postgresDatabase.ts";

/** Client ids, change log and versions in Postgres, inside its caller's transaction. */
export class PostgresHistory {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** To be called in the transaction of the entries, whose numbers are `seqs`. */
  async note(batch: readonly JournalEntry[], seqs: readonly number[]): Promise<void> {
    for (const entry of batch) mustBeLoggable(entry);
    const owners = batch.flatMap(({ board, clients = [] }) => clients.map((owner) => ({ ...owner, board })));
    if (owners.length > 0) {
      await this.#rows.run(
        `INSERT INTO clients (board, client, device) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
         ON CONFLICT DO NOTHING`,
        [owners.map(({ board }) => board), owners.map(({ client }) => client), owners.map(({ device }) => device)],
      );
    }
    const changes = batch.flatMap(({ board, change }, index) =>
      change ? [{ ...change, board, seq: seqs[index] ?? null }] : [],
    );
    if (changes.length === 0) return;
    await this.#rows.run(
      `INSERT INTO changes (board, seq, at, person, phase, facts)
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[])`,
      [
        changes.map(({ board }) => board),
        changes.map(({ seq }) => seq),
        changes.map(({ at }) => at),
        changes.map(({ person = null }) => person),
        changes.map(({ phase = null }) => phase),
        changes.map(({ facts }) => JSON.stringify(facts)),
      ],
      "note changes",
    );
  }

  async clientsOf(board: BoardId): Promise<readonly ClientOwner[]> {
    const rows = await this.#rows.all("SELECT client, device FROM clients WHERE board = $1 ORDER BY client", [board]);
    return rows.map((row) => clientRow.parse(row));
  }

  async changes(board: BoardId, filter: ChangeFilter): Promise<readonly LoggedChange[]> {
    const { person = null, afterSeq = 0, since = 0, limit } = filter;
    const rows = await this.#rows.all(
      `SELECT seq, at, person, phase, facts FROM changes
       WHERE board = $1 AND seq > $2 AND at >= $3 AND ($4::text IS NULL OR person = $4) ORDER BY seq LIMIT $5`,
      [board, afterSeq, since, person, limit],
    );
    return rows.map((row) => changeRow.parse(row));
  }

  /** @param packed gzipped */
  async saveVersion(record: VersionRecord, packed: Uint8Array): Promise<void> {
    const { board, id, at, kind, label, person = null, seq, bytes } = record;
    await this.#rows.run(
      `INSERT INTO versions (${VERSION_COLUMNS}, bytes, sha) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [board, id, at, kind, label, person, seq, bytes, packed, shaOf(packed)],
    );
  }

  async versions(board: BoardId): Promise<readonly VersionRecord[]> {
    const rows = await this.#rows.all(
      `SELECT ${VERSION_COLUMNS} FROM versions WHERE board = $1 ORDER BY at DESC, seq DESC, id`,
      [board],
    );
    return rows.map((row) => versionRow.parse(row));
  }

  /** Its bytes gzipped. @throws AppError `damaged-document` */
  async version(board: BoardId, id: VersionId): Promise<{ record: VersionRecord; bytes: Uint8Array } | undefined> {
    const row = await this.#rows.first(
      `SELECT ${VERSION_COLUMNS}, bytes, sha FROM versions WHERE board = $1 AND id = $2`,
      [board, id],
    );
    return row === undefined ? undefined : readVersion(row);
  }

  async deleteVersion(board: BoardId, id: VersionId): Promise<void> {
    await this.#rows.run("DELETE FROM versions WHERE board = $1 AND id = $2", [board, id]);
  }

  /** @returns how many changes and versions went */
  async drop(board: BoardId, before: number, changesBefore: number): Promise<number> {
    const changes = await this.#rows.run("DELETE FROM changes WHERE board = $1 AND at < $2", [board, changesBefore]);
    const versions = await this.#rows.run("DELETE FROM versions WHERE board = $1 AND at < $2 AND kind <> 'manual'", [
      board,
      before,
    ]);
    return changes + versions;
  }
}

const VERSION_COLUMNS = "board, id, at, kind, label, person, seq, length";
