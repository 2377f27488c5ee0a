import { FEELINGS, type BoardId, type Post } from "@palabre/shared/terms";
import { z } from "zod";
import { toFtsQuery } from "./ftsQuery.ts";
import type { FoundPost, HourCount, PostFilter, Tally } from "./postStore.ts";
import type { Database } from "./sqliteFile.ts";
import { boardKeyOf, POST_COLUMNS, toFoundPost, toPost } from "./sqlitePostRows.ts";

const placeRow = z.object({ at: z.number(), id: z.string() });
const countRow = z.object({ count: z.number().nullable() });
const feelingRow = z.object({ feeling: z.enum(FEELINGS).nullable(), count: z.number() });
const hourRow = z.object({ hour: z.number(), posts: z.number() });
const HOUR_MS = 3_600_000;
const newestRow = z.object({ at: z.number().nullable() });

type Place = z.output<typeof placeRow>;
/** A part of a WHERE clause and what stands for its question marks. */
interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

const POSTS_PER_BOARD = 2 ** 32;
/** The keys that the posts of a board may have; see `migrations/posts.ts`. */
export const keysOf = (boardKey: number): { readonly first: number; readonly last: number } => ({
  first: boardKey * POSTS_PER_BOARD,
  last: (boardKey + 1) * POSTS_PER_BOARD - 1,
});

/** So few posts are sorted sooner than the others are passed over. */
const FEW = 2_000;

/**
 * Finds posts. Without a query, an index has them in the order asked for, and the counts of the sources give the total. With one,
 * the full-text index gives those of the board that hold it, which are then sorted. What was read of posts has an index that holds
 * all that is filtered by, so that counting looks into no post.
 */
export class SqlitePostSearch {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
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
    const columns = `${POST_COLUMNS}, theme, label, (SELECT count(*) FROM posts AS c WHERE c.copyOf = posts.key) AS copies`;
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
    const feelings = { positive: 0, neutral: 0, negative: 0 };
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return { posts: 0, feelings };
    const conditions = conditionsOf(key, filter);
    const tables = tablesOf(filter, isListed(filter) ? undefined : "heardOfBoard");
    const sql = `SELECT feeling, count(*) AS count FROM ${tables} WHERE ${whereOf(conditions)} GROUP BY feeling`;
    let posts = 0;
    for (const row of this.#db.prepare(sql).all(...valuesOf(conditions))) {
      const { feeling, count } = feelingRow.parse(row);
      posts += count;
      if (feeling !== null) feelings[feeling] = count;
    }
    return { posts, feelings };
  }

  hours(board: BoardId, filter: PostFilter): readonly HourCount[] {
    const key = boardKeyOf(this.#db, board);
    if (key === undefined) return [];
    const conditions = conditionsOf(key, filter);
    const tables = tablesOf(filter, isListed(filter) ? undefined : "heardOfBoard");
    const sql = `SELECT at / ${HOUR_MS} AS hour, count(*) AS posts FROM ${tables} WHERE ${whereOf(conditions)} GROUP BY hour`;
    return this.#db
      .prepare(sql)
      .all(...valuesOf(conditions))
      .map((row) => hourRow.parse(row));
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

const whereOf = (conditions: readonly Condition[]): string => conditions.map(({ sql }) => sql).join(" AND ");
const valuesOf = (conditions: readonly Condition[]) => conditions.flatMap(({ values }) => values);

/** Whether the full-text index lists what is wanted. */
const isListed = ({ query }: PostFilter): boolean => query !== undefined && !toFtsQuery(query).isComplement;
/** Whether something is asked for that only reading tells, or the time. */
const isByReading = ({ language, kinds, feeling, theme, from, to, isMerged = false }: PostFilter): boolean =>
  isMerged || [language, kinds, feeling, theme, from, to].some((asked) => asked !== undefined);

// CROSS JOIN keeps the order written: the few that match are looked up, not all posts asked whether they match
function tablesOf(filter: PostFilter, index: string | undefined): string {
  if (isListed(filter)) return "folded CROSS JOIN posts ON posts.key = folded.rowid";
  if (index !== undefined) return `posts INDEXED BY ${index}`;
  return `posts INDEXED BY ${filter.source === undefined ? "postsOfBoard" : "postsOfSource"}`;
}

function conditionsOf(boardKey: number, filter: PostFilter): readonly Condition[] {
  const { source, query, language, kinds, feeling, theme, from, to, isMerged = false } = filter;
  const { first, last } = keysOf(boardKey);
  const conditions: Condition[] = [];
  if (query !== undefined) {
    const { match, isComplement } = toFtsQuery(query);
    const values = [match, first, last];
    const sql = "folded MATCH ? AND folded.rowid BETWEEN ? AND ?";
    conditions.push(
      isComplement ? { sql: `posts.key NOT IN (SELECT rowid FROM folded WHERE ${sql})`, values } : { sql, values },
    );
  }
  // what the full-text index lists is of the board already
  if (!isListed(filter)) conditions.push({ sql: "posts.board = ?", values: [boardKey] });
  if (source !== undefined) {
    const sql = "posts.source = (SELECT key FROM sources WHERE board = ? AND id = ?)";
    conditions.push({ sql, values: [boardKey, source] });
  }
  if (kinds) conditions.push({ sql: `posts.kind IN (${kinds.map(() => "?").join(", ")})`, values: kinds });
  if (feeling !== undefined) conditions.push({ sql: "posts.feeling = ?", values: [feeling] });
  if (language !== undefined) conditions.push({ sql: "posts.tongue = ?", values: [language] });
  if (theme !== undefined) conditions.push({ sql: "posts.theme = ?", values: [theme] });
  if (from !== undefined) conditions.push({ sql: "posts.at >= ?", values: [from] });
  if (to !== undefined) conditions.push({ sql: "posts.at < ?", values: [to] });
  if (isMerged) conditions.push({ sql: "posts.copyOf IS NULL", values: [] });
  return conditions;
}

const isAfter = ({ at, id }: Place): Condition => ({
  sql: "at <= ? AND (at < ? OR posts.id > ?)",
  values: [at, at, id],
});
