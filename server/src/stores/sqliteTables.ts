import { anyRow } from "./documentTables.ts";
import type { Database } from "./sqliteFile.ts";

/**
 * Deletes rows so that no page keeps them: the tables give up all their pages, and the other rows are written anew. Inside a transaction
 * in which pages that are given up are overwritten.
 * @param tables that refer to nothing, else they are not cleared page by page
 * @param which the condition of the rows that go, with its `values`
 */
export function rewriteWithout(
  db: Database,
  tables: readonly string[],
  which: string,
  values: readonly string[],
): void {
  const others = tables.map((table) => ({
    table,
    rows: db
      .prepare(`SELECT * FROM ${table} WHERE NOT (${which})`)
      .all(...values)
      .map((row) => anyRow.parse(row)),
  }));
  for (const { table } of others.toReversed()) db.exec(`DELETE FROM ${table}`);
  for (const { table, rows } of others) {
    const [first] = rows;
    if (!first) continue;
    const columns = Object.keys(first);
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    );
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
  }
}
