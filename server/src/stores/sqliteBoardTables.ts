import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { idRow } from "./boardRows.ts";
import { boardColumn, movedRow, orderOf, type BoardTables, type ReadRows } from "./boardTables.ts";
import { BOARD_MIGRATIONS } from "./migrations/index.ts";
import { openSqliteFile, type Database } from "./sqliteFile.ts";

/**
 * @param options `isTarget`: the folder and its file are made where they are not there
 * @throws AppError `store-failed` when the file can't be opened, or a server works with it
 */
export async function openSqliteTables(
  dataDir: string,
  { isTarget }: { readonly isTarget: boolean },
): Promise<BoardTables> {
  const file = join(dataDir, "boards.db");
  if (!isTarget && !existsSync(file)) {
    throw new AppError("store-failed", "There are no boards in that data folder: boards.db is not there");
  }
  let db: Database | undefined;
  try {
    await mkdir(dataDir, { recursive: true });
    db = openSqliteFile(file, BOARD_MIGRATIONS, { isShrinking: true });
    // only who is alone with a file may do without its log
    db.exec(
      "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL",
    );
  } catch (cause) {
    db?.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError("store-failed", "boards.db can't be opened by itself: stop the server that works with it", {
      cause,
    });
  }
  return tablesOf(db);
}

function tablesOf(db: Database): BoardTables {
  const read: ReadRows = async (table, board) =>
    db
      .prepare(`SELECT * FROM ${table} WHERE ${boardColumn(table)} = ?${orderOf(table)}`)
      .all(board)
      .map((row) => movedRow.parse(row));
  return {
    boardIds: async () =>
      db
        .prepare("SELECT id FROM boards ORDER BY id")
        .all()
        .map((row) => idRow.parse(row).id),
    read,
    writing: async (work) => {
      db.exec("BEGIN IMMEDIATE");
      try {
        await work({
          read,
          write: async (table, row) => {
            const columns = Object.keys(row);
            db.prepare(
              `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
            ).run(...Object.values(row));
          },
        });
        db.exec("COMMIT");
      } catch (error) {
        if (db.isTransaction) db.exec("ROLLBACK");
        throw error;
      }
    },
    close: async () => db.close(),
  };
}
