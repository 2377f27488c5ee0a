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
/** A second of writing at most, in which others wait for what they write to be kept. */
const MOST_REWRITTEN_BYTES = 16 * 1_048_576;
const INCREMENTAL = 2;
const busyRow = z.object({ busy: z.number() });
const pagesRow = z.object({ page_count: z.number() });
const autoVacuumRow = z.object({ auto_vacuum: z.number() });

/**
 * Opens a database of which each commit is on the disk (fsynced) when it returns, and brings its schema up to date. A file of an older
 * schema is kept beside it first, under that schema's number.
 *
 * @param options `isShrinking`: the file can give back the space of what was deleted; an older one is rewritten for that once
 * @param migrations SQL by version: the first leads from an empty file to version 1
 * @throws AppError `store-failed` for a schema newer than the last migration: the file is left as it is; and for what can't be opened
 */
export function openSqliteFile(
  file: string,
  migrations: readonly string[],
  options: { readonly isShrinking?: boolean } = {},
): Database {
  // another process may hold the write lock for a moment: a backup, or a server that is just going
  let db: Database | undefined;
  try {
    db = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS, enableForeignKeyConstraints: true });
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
    db?.close();
    if (error instanceof AppError) throw error;
    throw unopened(file, error);
  }
}

/** For whoever starts a server: what to look at when a database can't be worked with. */
export const unopened = (file: string, cause: unknown): AppError =>
  new AppError(
    "store-failed",
    `${basename(file)} can't be opened: look at the room on the disk, the rights, and whether the file is whole`,
    { cause },
  );

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

/**
 * Empties the log, which may hold what was overwritten; waits for nobody. To be called outside of a transaction.
 * @returns whether it is empty: a reader may stand in the way
 */
export function emptyLog(db: Database): boolean {
  db.exec("PRAGMA busy_timeout = 0");
  try {
    return busyRow.parse(db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()).busy === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${LOCK_TIMEOUT_MS}`);
  }
}

/**
 * Writes a file anew that is not too large for that: overwriting what is deleted leaves what SQLite has moved from page to page before.
 * @returns whether that is done, where it is to be: a full disk or another process's lock may stand in the way
 */
export function clearGaps(db: Database, file: string): boolean {
  try {
    if (statSync(file).size <= MOST_REWRITTEN_BYTES) db.exec("VACUUM");
    return true;
  } catch {
    return false;
  }
}

/** Whether SQLite failed since another process, or another connection, holds the file. */
export const isLocked = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message);

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
