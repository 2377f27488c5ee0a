import { existsSync } from "node:fs";
import { join } from "node:path";
import { fold } from "@palabre/shared/listening";
import { POST_MIGRATIONS } from "./migrations/index.ts";
import {
  POST_TABLES,
  postTableRow,
  searchedRow,
  type PostTable,
  type PostTableRow,
  type PostTables,
  type ReadPostRows,
} from "./postTables.ts";
import { inLongTransaction, openSqliteAlone } from "./sqliteAlone.ts";
import { inTransaction, type Database } from "./sqliteFile.ts";

/**
 * @param options `isTarget`: the folder and its file are made where they are not there
 * @returns undefined when there is no such file, and none is made
 * @throws AppError `store-failed` when the file can't be opened, or a server works with it
 */
export async function openSqlitePostTables(
  dataDir: string,
  { isTarget }: { readonly isTarget: boolean },
): Promise<PostTables | undefined> {
  const file = join(dataDir, "posts.db");
  return isTarget || existsSync(file) ? tablesOf(await openSqliteAlone(file, POST_MIGRATIONS)) : undefined;
}

function tablesOf(db: Database): PostTables {
  const read: ReadPostRows = async ({ name, columns, key }, after, limit) => {
    const order = key.join(", ");
    const where = after === undefined ? "" : `WHERE (${order}) > (${key.map(() => "?").join(", ")})`;
    return db
      .prepare(`SELECT ${Object.keys(columns).join(", ")} FROM ${name} ${where} ORDER BY ${order} LIMIT ?`)
      .all(...(after === undefined ? [] : key.map((column) => after[column] ?? null)), limit)
      .map((row) => postTableRow.parse(row));
  };
  return {
    read,
    writing: (work) =>
      inLongTransaction(db, () => work({ read, write: async (table, rows) => write(db, table, rows) })),
    clear: async () =>
      inTransaction(db, () => {
        db.exec("DELETE FROM folded");
        for (const { name } of POST_TABLES.toReversed()) db.exec(`DELETE FROM ${name}`);
      }),
    close: async () => db.close(),
  };
}

function write(db: Database, { name, columns }: PostTable, rows: readonly PostTableRow[]): void {
  const named = Object.keys(columns);
  const places = named.map((_, index) => `?${index + 1}`);
  if (name === "sources") {
    // a column that only this database has
    places.push(`?${named.indexOf("record") + 1} ->> '$.kind'`);
    named.push("kind");
  }
  const insert = db.prepare(`INSERT INTO ${name} (${named.join(", ")}) VALUES (${places.join(", ")})`);
  const foldPost = db.prepare("INSERT INTO folded (rowid, words) VALUES (?, ?)");
  for (const row of rows) {
    insert.run(...Object.keys(columns).map((column) => row[column] ?? null));
    if (name !== "posts") continue;
    const { key, text } = searchedRow.parse(row);
    foldPost.run(key, fold(text));
  }
}
