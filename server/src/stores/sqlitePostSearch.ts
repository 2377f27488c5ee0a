import { fold, holds, type Query } from "@palabre/shared/listening";
import type { BoardId, Post } from "@palabre/shared/terms";
import { z } from "zod";
import { isBroad, toFtsQuery } from "./ftsQuery.ts";
import {
  columnConditions,
  copiesIn,
  isAfter,
  isByReading,
  valuesOf,
  whereOf,
  type Condition,
} from "./postConditions.ts";
import { keysOf } from "./postKeys.ts";
import { HOUR_MS, POST_COLUMNS, toFoundPost, toHourCount, toPost, toTally } from "./postRows.ts";
import type { FoundPost, HourCount, PostFilter, Tally } from "./postStore.ts";
import { boardKeyOf } from "./sqliteBoardKey.ts";
import type { Database } from "./sqliteFile.ts";

const placeRow = z.object({ at: z.number(), id: z.string() });
const countRow = z.object({ count: z.number().nullable() });
const newestRow = z.object({ at: z.number().nullable() });

type Place = z.output<typeof placeRow>;
/** So few posts are sorted sooner than the others are passed over. */
const FEW = 2_000;

/**
 * Finds posts. Without a query, an index has them in the order asked for, and the counts of the sources give the total. With one,
 * the full-text index gives those of the board that hold it, which are then sorted; where it would go through the words of all boards for
 * that, the posts of the board are asked themselves. What was read of posts has an index that holds
 * all that is filtered by, so that counting looks into no post.
 */
export class SqlitePostSearch {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    const toQuery = rememberLast((query): Query => JSON.parse(query));
    db.function("holdsQuery", (text: string, query: string) => Number(holds(fold(text), toQuery(query))));
  }

  match(board: BoardId, filter: PostFilter): readonly Post[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    return this.#select(key, filter, { columns: POST_COLUMNS, limit: -1 }).map(toPost);
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): { readonly posts: readonly FoundPost[]; readonly total: number } {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return { posts: [], total: 0 };
    const total = this.#count(key, filter);
    const after = filter.before === undefined ? undefined : this.#place(key, filter.before);
    if (filter.before !== undefined && !after) return { posts: [], total };
    const columns = `${POST_COLUMNS}, theme, label, ${copiesIn(key)}`;
    const rows = this.#select(key, filter, { columns, limit: filter.limit, after, isFew: total < FEW });
    return { posts: rows.map(toFoundPost), total };
  }

  newestAt(board: BoardId): number | undefined {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return undefined;
    const newest = this.#db.prepare("SELECT max(at) AS at FROM posts WHERE board = ?").get(key);
    return newestRow.parse(newest).at ?? undefined;
  }

  tally(board: BoardId, filter: PostFilter): Tally {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return toTally([]);
    const conditions = conditionsOf(key, filter, true);
    const tables = tablesOf(filter, isListed(filter) ? undefined : "heardOfBoard");
    const sql = `SELECT feeling, count(*) AS count FROM ${tables} WHERE ${whereOf(conditions)} GROUP BY feeling`;
    return toTally(this.#db.prepare(sql).all(...valuesOf(conditions)));
  }

  hours(board: BoardId, filter: PostFilter): readonly HourCount[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    const conditions = conditionsOf(key, filter, true);
    const tables = tablesOf(filter, isListed(filter) ? undefined : "heardOfBoard");
    const sql = `SELECT at / ${HOUR_MS} AS hour, count(*) AS posts FROM ${tables} WHERE ${whereOf(conditions)} GROUP BY hour`;
    return this.#db
      .prepare(sql)
      .all(...valuesOf(conditions))
      .map(toHourCount);
  }

  /** @param limit -1 for all */
  #select(
    boardKey: number,
    filter: PostFilter,
    {
      columns,
      limit,
      after,
      isFew = false,
    }: { columns: string; limit: number; after?: Place | undefined; isFew?: boolean },
  ): readonly unknown[] {
    const conditions = [...conditionsOf(boardKey, filter), ...(after ? [isAfter(after)] : [])];
    const sql = `SELECT ${columns}
      FROM ${tablesOf(filter, isFew && isByReading(filter) ? "heardOfBoard" : undefined)} CROSS JOIN sources ON sources.key = posts.source
      WHERE ${whereOf(conditions)}
      ORDER BY at DESC, posts.id LIMIT ?`;
    return this.#db.prepare(sql).all(...valuesOf(conditions), limit);
  }

  #count(boardKey: number, filter: PostFilter): number {
    const { query, source } = filter;
    if (!isByReading(filter) && query === undefined) {
      const [sql, values] =
        source === undefined
          ? ["SELECT sum(posts) AS count FROM sources WHERE board = ?", [boardKey]]
          : ["SELECT posts AS count FROM sources WHERE board = ? AND id = ?", [boardKey, source]];
      return countRow.optional().parse(this.#db.prepare(sql).get(...values))?.count ?? 0;
    }
    const conditions = conditionsOf(boardKey, filter);
    // the full-text index alone can count, unless something else is asked for
    const isIndexed = isListed(filter) && !isByReading(filter) && source === undefined;
    const tables = isIndexed ? "folded" : tablesOf(filter, isListed(filter) ? undefined : "heardOfBoard");
    const sql = `SELECT count(*) AS count FROM ${tables} WHERE ${whereOf(conditions)}`;
    return countRow.parse(this.#db.prepare(sql).get(...valuesOf(conditions))).count ?? 0;
  }

  #place(boardKey: number, post: string): Place | undefined {
    const row = this.#db.prepare("SELECT at, id FROM posts WHERE board = ? AND id = ?").get(boardKey, post);
    return placeRow.optional().parse(row);
  }
}

/** Whether the full-text index lists what is wanted. */
const isListed = ({ query }: PostFilter): boolean =>
  query !== undefined && !isBroad(query) && !toFtsQuery(query).isComplement;

// CROSS JOIN keeps the order written: the few that match are looked up, not all posts asked whether they match
function tablesOf(filter: PostFilter, index: string | undefined): string {
  if (isListed(filter)) return "folded CROSS JOIN posts ON posts.key = folded.rowid";
  if (index !== undefined) return `posts INDEXED BY ${index}`;
  return `posts INDEXED BY ${filter.source === undefined ? "postsOfBoard" : "postsOfSource"}`;
}

function conditionsOf(boardKey: number, filter: PostFilter, isFigure = false): readonly Condition[] {
  const { query } = filter;
  const asked = columnConditions(boardKey, filter, isFigure);
  // what the full-text index lists is of the board already
  const board: Condition = { sql: "posts.board = ?", values: [boardKey] };
  if (query === undefined) return [board, ...asked];
  // the texts are looked at last
  if (isBroad(query)) {
    return [board, ...asked, { sql: "holdsQuery(posts.text, ?)", values: [JSON.stringify(query)] }];
  }
  const { match, isComplement } = toFtsQuery(query);
  const { first, last } = keysOf(boardKey);
  const values = [match, first, last];
  const sql = "folded MATCH ? AND folded.rowid BETWEEN ? AND ?";
  return isComplement
    ? [{ sql: `posts.key NOT IN (SELECT rowid FROM folded WHERE ${sql})`, values }, board, ...asked]
    : [{ sql, values }, ...asked];
}

/** A function that is asked the same many times in a row. */
function rememberLast<T>(of: (asked: string) => T): (asked: string) => T {
  let last: { readonly asked: string; readonly answer: T } | undefined;
  return (asked) => {
    if (last?.asked !== asked) last = { asked, answer: of(asked) };
    return last.answer;
  };
}
