import { idRow } from "./boardRows.ts";
import { boardColumn, movedRow, orderOf, type BoardTables, type ReadRows } from "./boardTables.ts";
import { POSTGRES_BOARD_MIGRATIONS } from "./migrations/index.ts";
import { openPostgres, type Rows } from "./postgresDatabase.ts";

/** @throws AppError `store-failed`, as `openPostgres` does: also when a server works with it */
export async function openPostgresTables(url: string): Promise<BoardTables> {
  const db = await openPostgres(url, "boards", POSTGRES_BOARD_MIGRATIONS);
  const reading =
    ({ all }: Rows): ReadRows =>
    async (table, board) => {
      const rows = await all(`SELECT * FROM "${table}" WHERE ${boardColumn(table)} = $1${orderOf(table)}`, [board]);
      return rows.map((row) => movedRow.parse(row));
    };
  return {
    boardIds: () =>
      db.inTransaction(async ({ all }) =>
        (await all("SELECT id FROM boards ORDER BY id")).map((row) => idRow.parse(row).id),
      ),
    read: (table, board) => db.inTransaction((rows) => reading(rows)(table, board)),
    writing: (work) =>
      db.inTransaction((rows) =>
        work({
          read: reading(rows),
          write: async (table, row) => {
            const columns = Object.keys(row);
            const places = columns.map((_, index) => `$${index + 1}`);
            await rows.run(
              `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) VALUES (${places.join(", ")})`,
              Object.values(row),
            );
          },
        }),
      ),
    close: () => db.close(),
  };
}
