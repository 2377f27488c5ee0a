import { fold } from "@palabre/shared/listening";
import { POSTGRES_POST_MIGRATIONS } from "./migrations/index.ts";
import { openPostgres, type Rows } from "./postgresDatabase.ts";
import { toWords } from "./postgresQuery.ts";
import {
  postTableRow,
  searchedRow,
  type PostTable,
  type PostTableRow,
  type PostTables,
  type ReadPostRows,
} from "./postTables.ts";

/** @throws AppError `store-failed`, as `openPostgres` does: also when a server works with it */
export async function openPostgresPostTables(url: string): Promise<PostTables> {
  const db = await openPostgres(url, "posts", POSTGRES_POST_MIGRATIONS);
  return {
    read: (table, after, limit) => db.inTransaction((rows) => reading(rows)(table, after, limit)),
    writing: (work) =>
      db.inTransaction(async (rows) => {
        await work({ read: reading(rows), write: (table, given) => write(rows, table, given) });
        // where the database goes on by itself; null, of an empty table, sets nothing
        for (const table of ["boards", "sources"]) {
          await rows.run(`SELECT setval(pg_get_serial_sequence('${table}', 'key'), max(key)) FROM ${table}`);
        }
      }),
    clear: () =>
      db.inTransaction(async (rows) => {
        await rows.run("TRUNCATE boards, sources, posts, folded, counts, boardFacts");
      }),
    close: () => db.close(),
  };
}

const reading =
  ({ all }: Rows): ReadPostRows =>
  async ({ name, columns, key }, after, limit) => {
    const named = Object.keys(columns).map((column) => `${column} AS "${column}"`);
    // a text is in the order of code points, as it is in SQLite
    const order = key.map((column) => (columns[column] === "text" ? `${column} COLLATE "C"` : column)).join(", ");
    const places = key.map((_, index) => `$${index + 2}`);
    const where = after === undefined ? "" : `WHERE (${order}) > (${places.join(", ")})`;
    const rows = await all(`SELECT ${named.join(", ")} FROM ${name} ${where} ORDER BY ${order} LIMIT $1`, [
      limit,
      ...(after === undefined ? [] : key.map((column) => after[column] ?? null)),
    ]);
    return rows.map((row) => postTableRow.parse(row));
  };

async function write({ run }: Rows, { name, columns }: PostTable, rows: readonly PostTableRow[]): Promise<void> {
  const lists = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  await run(
    `INSERT INTO ${name} (${Object.keys(columns).join(", ")}) OVERRIDING SYSTEM VALUE SELECT * FROM unnest(${lists.join(", ")})`,
    Object.keys(columns).map((column) => rows.map((row) => row[column] ?? null)),
  );
  if (name !== "posts") return;
  const searched = rows.map((row) => {
    const { key, board, text } = searchedRow.parse(row);
    const folded = fold(text);
    return { key, folded, words: toWords(board, folded) };
  });
  await run(
    `INSERT INTO folded (post, text, words) SELECT post, folded, array_to_tsvector(string_to_array(words, ' '))
     FROM unnest($1::bigint[], $2::text[], $3::text[]) AS given (post, folded, words)`,
    [searched.map(({ key }) => key), searched.map(({ folded }) => folded), searched.map(({ words }) => words)],
  );
}
