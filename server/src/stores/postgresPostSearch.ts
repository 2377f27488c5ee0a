import type { Query } from "@palabre/shared/listening";
import type { BoardId, Post } from "@palabre/shared/terms";
import { z } from "zod";
import { toListed } from "./listedQuery.ts";
import { columnConditions, isAfter, isByReading, valuesOf, whereOf, type Condition } from "./postConditions.ts";
import type { PostgresDatabase, Rows } from "./postgresDatabase.ts";
import { ofBoard, sought } from "./postgresPostRows.ts";
import { listedCondition } from "./postgresQuery.ts";
import { HOUR_MS, POST_COLUMNS, toFoundPost, toHourCount, toPost, toTally } from "./postRows.ts";
import type { FoundPost, HourCount, PostFilter, Tally } from "./postStore.ts";

const placeRow = z.object({ at: z.number(), id: z.string() });
const countRow = z.object({ count: z.number().nullable() });
const newestRow = z.object({ at: z.number().nullable() });
type Place = z.output<typeof placeRow>;

/** `WITH`, `FROM` and `WHERE` of a search, and what stands for their question marks. */
interface Search {
  readonly found: string;
  readonly tables: string;
  readonly where: string;
  readonly values: readonly (number | string)[];
}

/** Finds posts. The contract is `PostStore`'s. */
export class PostgresPostSearch {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  match(board: BoardId, filter: PostFilter): Promise<readonly Post[]> {
    return ofBoard(this.#db, board, [], async (rows, key) => {
      const found = await ask(rows, searchOf(key, filter), { columns: POST_COLUMNS, isOrdered: true });
      return found.map(toPost);
    });
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly FoundPost[]; readonly total: number }> {
    return ofBoard(this.#db, board, { posts: [], total: 0 }, async (rows, key) => {
      const total = await countPosts(rows, key, filter);
      const after = filter.before === undefined ? undefined : await placeOf(rows, key, filter.before);
      if (filter.before !== undefined && !after) return { posts: [], total };
      const columns = `${POST_COLUMNS}, theme, label, (SELECT count(*) FROM posts AS c WHERE c.copyOf = posts.key) AS copies`;
      const search = searchOf(key, filter, after);
      const found = await ask(rows, search, { columns, isOrdered: true, limit: filter.limit });
      return { posts: found.map(toFoundPost), total };
    });
  }

  newestAt(board: BoardId): Promise<number | undefined> {
    return ofBoard(this.#db, board, undefined, async (rows, key) => {
      const [newest] = await rows.all("SELECT max(at) AS at FROM posts WHERE board = $1", [key]);
      return newestRow.parse(newest).at ?? undefined;
    });
  }

  tally(board: BoardId, filter: PostFilter): Promise<Tally> {
    return ofBoard(this.#db, board, toTally([]), async (rows, key) => {
      const columns = "feeling, count(*) AS count";
      return toTally(await ask(rows, searchOf(key, filter), { columns, group: "feeling" }));
    });
  }

  hours(board: BoardId, filter: PostFilter): Promise<readonly HourCount[]> {
    return ofBoard(this.#db, board, [], async (rows, key) => {
      const columns = `at / ${HOUR_MS} AS hour, count(*) AS posts`;
      const hours = await ask(rows, searchOf(key, filter), { columns, group: "hour" });
      return hours.map(toHourCount);
    });
  }
}

async function countPosts(rows: Rows, boardKey: number, filter: PostFilter): Promise<number> {
  const { query, source } = filter;
  if (isByReading(filter) || query !== undefined) {
    const [count] = await ask(rows, countOf(boardKey, filter), { columns: "count(*) AS count" });
    return countRow.parse(count).count ?? 0;
  }
  // sources count their posts
  const [count] =
    source === undefined
      ? await rows.all("SELECT sum(posts) AS count FROM sources WHERE board = $1", [boardKey])
      : await rows.all("SELECT posts AS count FROM sources WHERE board = $1 AND id = $2", [boardKey, sought(source)]);
  return countRow.optional().parse(count)?.count ?? 0;
}

async function placeOf(rows: Rows, boardKey: number, post: string): Promise<Place | undefined> {
  const [place] = await rows.all("SELECT at, id FROM posts WHERE board = $1 AND id = $2", [boardKey, sought(post)]);
  return placeRow.optional().parse(place);
}

/**
 * The index of words lists what holds the query before anything else is asked: a plan that walks the board's posts and looks for the
 * query in each would read all of them for a rare word.
 */
function searchOf(boardKey: number, filter: PostFilter, after?: Place): Search {
  const columns: Condition[] = [
    { sql: "posts.board = ?", values: [boardKey] },
    ...columnConditions(boardKey, filter),
    ...(after ? [isAfter(after)] : []),
  ];
  const [where, values] = [whereOf(columns), valuesOf(columns)];
  if (filter.query === undefined) return { found: "", tables: "posts", where, values };
  const { found, isComplement, listed } = listOf(boardKey, filter.query);
  return isComplement
    ? {
        found,
        tables: "posts",
        where: `NOT EXISTS (SELECT FROM found WHERE post = posts.key) AND ${where}`,
        values: [...listed, ...values],
      }
    : { found, tables: "found JOIN posts ON posts.key = found.post", where, values: [...listed, ...values] };
}

/** The same to be counted: where a query is all that is asked, the list alone is enough. */
function countOf(boardKey: number, filter: PostFilter): Search {
  if (filter.query !== undefined && filter.source === undefined && !isByReading(filter)) {
    const { found, isComplement, listed } = listOf(boardKey, filter.query);
    if (!isComplement) return { found, tables: "found", where: "TRUE", values: listed };
  }
  return searchOf(boardKey, filter);
}

function listOf(
  boardKey: number,
  query: Query,
): { readonly found: string; readonly listed: Search["values"]; readonly isComplement: boolean } {
  const { listed, isComplement } = toListed(query);
  const { sql, values } = listedCondition(boardKey, listed);
  return { found: `WITH found AS MATERIALIZED (SELECT post FROM folded WHERE ${sql})`, listed: values, isComplement };
}

/** @param shape without a limit, all; `isOrdered` = newest first, with `sources` beside `posts` */
async function ask(
  rows: Rows,
  { found, tables, where, values }: Search,
  shape: { readonly columns: string; readonly group?: string; readonly isOrdered?: boolean; readonly limit?: number },
): Promise<readonly unknown[]> {
  const { columns, group, isOrdered = false, limit } = shape;
  const parts = [
    `${found} SELECT ${columns} FROM ${tables}`,
    isOrdered ? "JOIN sources ON sources.key = posts.source" : "",
    `WHERE ${where}`,
    group === undefined ? "" : `GROUP BY ${group}`,
    isOrdered ? "ORDER BY at DESC, posts.id" : "",
    limit === undefined ? "" : "LIMIT ?",
  ];
  let place = 0;
  const statement = parts.join(" ").replaceAll("?", () => `$${(place += 1)}`);
  return rows.all(statement, [...values, ...(limit === undefined ? [] : [limit])].map(sought));
}
