import { backup, DatabaseSync } from "@photostructure/sqlite";
import { basename } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import { BOARD_MIGRATIONS, POST_MIGRATIONS } from "./migrations/index.ts";
import { DRAFT_TABLES, SHARED_TABLES } from "./documentTables.ts";
import { checkpointRow, isIntact } from "./journalRecords.ts";
import { schemaOf, type Database } from "./schema.ts";
import { isLocked, LOCK_TIMEOUT_MS } from "./sqliteFile.ts";

/** The databases of a data folder, with the newest schema of each that this program knows. */
export const DATABASES = [
  { name: "boards.db", schema: BOARD_MIGRATIONS.length },
  { name: "posts.db", schema: POST_MIGRATIONS.length },
] as const;

/** All pages in one step: a copy made in several begins again whenever somebody writes in between. */
const ALL_PAGES = 2 ** 31 - 1;

const integrityRow = z.object({ integrity_check: z.string() });

/**
 * Copies a database as it is at one moment; whoever writes to it goes on writing. The copy is one file, without a log.
 * @throws AppError `store-failed`
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = openFor(from, { readOnly: true });
  try {
    await backup(source, to, { rate: ALL_PAGES });
  } catch (cause) {
    throw new AppError("store-failed", `${basename(from)} could not be copied: is there room?`, { cause });
  } finally {
    source.close();
  }
  const copy = openFor(to, {});
  copy.exec("PRAGMA journal_mode = DELETE");
  copy.close();
}

/** What reading a database through found. */
export interface CheckedDatabase {
  readonly schema: number;
  /** records of documents and versions that are not what was written: a board opens without them */
  readonly damaged: number;
}

/**
 * Reads a database through and through: its pages, and each record that has a checksum.
 * @param known the newest schema that this program knows
 * @throws AppError `store-failed` for one that is damaged, newer, or none
 */
export function checkDatabase(file: string, known: number): CheckedDatabase {
  const db = openFor(file, { readOnly: true });
  try {
    const schema = schemaOf(db);
    if (schema === 0 || schema > known)
      throw new AppError(
        "store-failed",
        `${basename(file)} has schema ${schema}, this program knows schemas from 1 to ${known}: use the program that wrote it`,
        { details: { found: schema, known } },
      );
    const { integrity_check: found } = integrityRow.parse(db.prepare("PRAGMA integrity_check(1)").get());
    const strays = db.prepare("PRAGMA foreign_key_check").all().length;
    if (found !== "ok" || strays > 0) throw damaged(file);
    return { schema, damaged: damagedRecords(db) };
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(file, cause);
  } finally {
    db.close();
  }
}

/** Of tables of an older schema, those that are there, with the columns that they have. */
function damagedRecords(db: Database): number {
  let count = 0;
  for (const table of CHECKED_TABLES) {
    const columns = new Set(
      db
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .map((row) => columnRow.parse(row).name),
    );
    if (!columns.has("sha")) continue;
    const vector = columns.has("vector") ? "vector" : "NULL AS vector";
    // one by one: all of a large file at once would be the file in memory
    for (const row of db.prepare(`SELECT bytes, ${vector}, sha FROM ${table}`).iterate())
      if (!isIntact(summedRow.parse(row))) count += 1;
  }
  return count;
}
const CHECKED_TABLES = [SHARED_TABLES, DRAFT_TABLES]
  .flatMap(({ updates, checkpoints }) => [updates, checkpoints])
  .concat("versions");
const columnRow = z.object({ name: z.string() });
const summedRow = checkpointRow.omit({ seq: true });

/** Whether another process has the database open, a server above all. */
export function isInUse(file: string): boolean {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    // each connection in WAL mode holds a lock for as long as it is open
    db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK");
    return false;
  } catch (error) {
    if (isLocked(error)) return true;
    throw error;
  } finally {
    db.close();
  }
}

const damaged = (file: string, cause?: unknown): AppError =>
  new AppError("store-failed", `${basename(file)} is damaged, or no database: take another copy`, { cause });

function openFor(file: string, options: { readonly readOnly?: boolean }): InstanceType<typeof DatabaseSync> {
  try {
    return new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS, ...options });
  } catch (cause) {
    throw new AppError("store-failed", `${basename(file)} can't be opened: is it there, and may you read it?`, {
      cause,
    });
  }
}
