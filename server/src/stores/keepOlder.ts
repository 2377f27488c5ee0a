import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname, extname } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { AppError } from "@palabre/shared/errors";
import { schemaOf, type Database } from "./schema.ts";

/** `boards.db` of schema 3 → `boards.v3.db`, beside it. */
function olderName(file: string, schema: number): string {
  const ending = extname(file);
  return `${file.slice(0, file.length - ending.length)}.v${schema}${ending}`;
}

/**
 * Copies a database that is about to get a newer schema, so that the release before can be gone back to.
 *
 * The copy is whole or not there. One that an earlier upgrade from the same schema left is replaced: what it held is in this file too.
 * @throws AppError `store-failed` when there is no room for it: the file is then not upgraded either
 */
export function keepOlder(db: Database, file: string, schema: number): void {
  const part = `${file}.${randomUUID()}.part`;
  try {
    // executed, since a prepared statement would hold the file open
    db.exec(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
    // SQLite leaves it to the system when the copy reaches the disk
    sync(part);
    // another server may have upgraded the file a moment ago, and has then kept the copy itself
    if (schemaIn(part) === schema) renameSync(part, olderName(file, schema));
    sync(dirname(file));
  } catch (cause) {
    throw new AppError(
      "store-failed",
      `the file could not be kept as it was before its upgrade from schema ${schema}: make room in DATA_DIR and start again`,
      { cause, details: { schema } },
    );
  } finally {
    rmSync(part, { force: true });
  }
}

function schemaIn(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return schemaOf(db);
  } finally {
    db.close();
  }
}

function sync(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
