import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { idRow } from "./boardRows.ts";
import { boardColumn, movedRow, orderOf, type BoardTables, type ReadRows } from "./boardTables.ts";
import { BOARD_MIGRATIONS } from "./migrations/index.ts";
import { inLongTransaction, openSqliteAlone } from "./sqliteAlone.ts";
import type { Database } from "./sqliteFile.ts";

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
  return tablesOf(await openSqliteAlone(file, BOARD_MIGRATIONS, { isShrinking: true }));
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
    writing: (work) =>
      inLongTransaction(db, () =>
        work({
          read,
          write: async (table, row) => {
            const columns = Object.keys(row);
            db.prepare(
              `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
            ).run(...Object.values(row));
          },
        }),
      ),
    close: async () => db.close(),
  };
}
