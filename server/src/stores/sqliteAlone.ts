import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { openSqliteFile, type Database } from "./sqliteFile.ts";

/**
 * Opens a database that nobody else works with meanwhile, as `openSqliteFile` does; its folder is made where it is not there.
 *
 * @throws AppError `store-failed` when the file can't be opened, or a server works with it
 */
export async function openSqliteAlone(
  file: string,
  migrations: readonly string[],
  options: { readonly isShrinking?: boolean } = {},
): Promise<Database> {
  let db: Database | undefined;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    db = openSqliteFile(file, migrations, options);
    // only who is alone with a file may do without its log
    db.exec(
      "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL",
    );
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      "store-failed",
      `${basename(file)} can't be opened by itself: stop the server that works with it`,
      { cause },
    );
  }
}

/** Runs `work`, which waits for others, in one transaction that takes the write lock at once; when it rejects, nothing of it stays. */
export async function inLongTransaction(db: Database, work: () => Promise<void>): Promise<void> {
  db.exec("BEGIN IMMEDIATE");
  try {
    await work();
    db.exec("COMMIT");
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
