import { statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import { keepOlder } from "./keepOlder.ts";
import { schemaOf, type Database } from "./schema.ts";

export type { Database } from "./schema.ts";

/** A large import makes SQLite's log large once; it needn't stay so. */
const MAX_IDLE_LOG_BYTES = 16 * 1_048_576;
/** Copying this much costs less than the checkpoint of a board that comes before it. */
const LONG_LOG_BYTES = 1_048_576;
export const LOCK_TIMEOUT_MS = 5_000;
const INCREMENTAL = 2;
const pagesRow = z.object({ page_count: z.number() });
const autoVacuumRow = z.object({ auto_vacuum: z.number() });

/**
 * Opens a database of which each commit is on the disk (fsynced) when it returns, and brings its schema up to date. A file of an older
 * schema is kept beside it first, under that schema's number.
 *
 * @param options `isShrinking`: the file can give back the space of what was deleted; an older one is rewritten for that once
 * @param migrations SQL by version: the first leads from an empty file to version 1
 * @throws AppError `store-failed` for a schema newer than the last migration: the file is left as it is
 */
export function openSqliteFile(
  file: string,
  migrations: readonly string[],
  options: { readonly isShrinking?: boolean } = {},
): Database {
  // another process may hold the write lock for a moment: a backup, or a server that is just going
  const db = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    const isFresh = pagesRow.parse(db.prepare("PRAGMA page_count").get()).page_count === 0;
    if (options.isShrinking && isFresh) db.exec("PRAGMA auto_vacuum = INCREMENTAL");
    const found = schemaOf(db);
    if (found > 0 && found < migrations.length) keepOlder(db, file, found);
    migrate(db, file, migrations);
    if (
      options.isShrinking &&
      autoVacuumRow.parse(db.prepare("PRAGMA auto_vacuum").get()).auto_vacuum !== INCREMENTAL
    ) {
      // it takes effect in the file that this writes
      db.exec("PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
    }
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${MAX_IDLE_LOG_BYTES}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Gives back to the disk what was deleted, and shortens the log once it is long. Waits for nobody: what is being read stays for the next
 * time. To be called outside of a transaction.
 */
export function shrink(db: Database, file: string): void {
  db.exec("PRAGMA incremental_vacuum");
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) < LONG_LOG_BYTES) return;
  db.exec("PRAGMA busy_timeout = 0");
  try {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    db.exec(`PRAGMA busy_timeout = ${LOCK_TIMEOUT_MS}`);
  }
}

/** Runs `work` in one transaction that takes the write lock at once; when it throws, nothing of it stays. */
export function inTransaction<Result>(db: Database, work: () => Result): Result {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // a full disk makes SQLite roll back by itself
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** One transaction for all steps, the version read inside it: two processes that open a fresh file migrate it once. */
function migrate(db: Database, file: string, migrations: readonly string[]): void {
  inTransaction(db, () => {
    const found = schemaOf(db);
    const known = migrations.length;
    if (found > known) {
      throw new AppError(
        "store-failed",
        `${basename(file)} has schema ${found}, this program knows schemas up to ${known}: start the newer program, or put back a backup`,
        { details: { found, known } },
      );
    }
    if (found === known) return;
    for (const step of migrations.slice(found)) db.exec(step);
    db.exec(`PRAGMA user_version = ${known}`);
  });
}
