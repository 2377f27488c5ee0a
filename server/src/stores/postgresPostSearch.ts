import type { BoardId, Post, SourceId } from "@palabre/shared/terms";
import { z } from "zod";
import { toListed } from "./listedQuery.ts";
import {
  columnConditions,
  copiesIn,
  isAfter,
  isByReading,
  valuesOf,
  whereOf,
  type Condition,
} from "./postConditions.ts";
import type { PostgresDatabase, Rows } from "./postgresDatabase.ts";
import { ofBoard, sought } from "./postgresPostRows.ts";
import { listedCondition } from "./postgresQuery.ts";
import { HOUR_MS, POST_COLUMNS, toFoundPost, toHourCount, toPost, toTally } from "./postRows.ts";
import type { FoundPost, HourCount, PostFilter, Tally } from "./postStore.ts";

const placeRow = z.object({ at: z.number(), id: z.string() });
const countRow = z.object({ count: z.number().nullable() });
const newestRow = z.object({ at: z.number().nullable() });
type Place = z.output<typeof placeRow>;

/** Where one post in so many is found, going through them fills a page sooner than sorting all that are. */
const MOST = 8;

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
      const columns = `${POST_COLUMNS}, theme, label, ${copiesIn(key)}`;
      const isWalked = filter.query !== undefined && total > (await countKept(rows, key, undefined)) / MOST;
      const search = searchOf(key, filter, { after, isWalked });
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
      return toTally(await ask(rows, searchOf(key, filter, { isFigure: true }), { columns, group: "feeling" }));
    });
  }

  hours(board: BoardId, filter: PostFilter): Promise<readonly HourCount[]> {
    return ofBoard(this.#db, board, [], async (rows, key) => {
      const columns = `at / ${HOUR_MS} AS hour, count(*) AS posts`;
      const hours = await ask(rows, searchOf(key, filter, { isFigure: true }), { columns, group: "hour" });
      return hours.map(toHourCount);
    });
  }
}

async function countPosts(rows: Rows, boardKey: number, filter: PostFilter): Promise<number> {
  const { query, source } = filter;
  if (isByReading(filter) || (query !== undefined && source !== undefined)) {
    return countFound(rows, searchOf(boardKey, filter));
  }
  const all = await countKept(rows, boardKey, source);
  if (query === undefined) return all;
  // a query is all that is asked: the index of words is enough
  const { listed, isComplement } = toListed(query);
  const count = await countFound(rows, toSearch("", "folded", [listedCondition(boardKey, listed)]));
  return isComplement ? all - count : count;
}

async function countFound(rows: Rows, search: Search): Promise<number> {
  const [count] = await ask(rows, search, { columns: "count(*) AS count" });
  return countRow.parse(count).count ?? 0;
}

/** All posts, as sources count them. */
async function countKept(rows: Rows, boardKey: number, source: SourceId | undefined): Promise<number> {
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
 * The index of words lists what holds the query, and each of those posts is looked up, before anything else is asked. The words
 * MATERIALIZED, LATERAL and OFFSET 0 see to that: a plan of Postgres's own, made by what it last counted, may walk all posts of the
 * board for one that holds a rare word.
 *
 * @param how `isWalked`: the posts are gone through in their order instead, until there are enough; `isFigure`: they are counted
 */
function searchOf(
  boardKey: number,
  filter: PostFilter,
  how: { readonly after?: Place | undefined; readonly isWalked?: boolean; readonly isFigure?: boolean } = {},
): Search {
  const { after, isWalked = false, isFigure = false } = how;
  const asked = [...columnConditions(boardKey, filter, isFigure), ...(after ? [isAfter(after)] : [])];
  const board: Condition = { sql: "posts.board = ?", values: [boardKey] };
  if (filter.query === undefined) return toSearch("", "posts", [board, ...asked]);
  const { listed, isComplement } = toListed(filter.query);
  const { sql, values } = listedCondition(boardKey, listed);
  if (isWalked) {
    const holds = `${isComplement ? "NOT " : ""}EXISTS (SELECT FROM folded WHERE post = posts.key AND ${sql} OFFSET 0)`;
    return toSearch("", "posts", [board, ...asked, { sql: holds, values }]);
  }
  const found = `WITH found AS MATERIALIZED (SELECT post FROM folded WHERE ${sql})`;
  if (isComplement) {
    const holds = "NOT EXISTS (SELECT FROM found WHERE post = posts.key)";
    return toSearch(found, "posts", [{ sql: holds, values }, board, ...asked]);
  }
  const tables = "found CROSS JOIN LATERAL (SELECT * FROM posts WHERE key = found.post OFFSET 0) AS posts";
  return toSearch(found, tables, [{ sql: "TRUE", values }, ...asked]);
}

/** @param conditions in the order of their question marks, those of `found` before all others */
const toSearch = (found: string, tables: string, conditions: readonly Condition[]): Search => ({
  found,
  tables,
  where: whereOf(conditions),
  values: valuesOf(conditions),
});

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
