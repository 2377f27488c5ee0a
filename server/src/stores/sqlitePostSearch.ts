import { sourceIdSchema, type BoardId, type Post } from "@palabre/shared/terms";
import { z } from "zod";
import { readKept } from "./postRecords.ts";
import type { PostFilter } from "./postStore.ts";
import type { Database } from "./sqliteFile.ts";

const boardKeyRow = z.object({ key: z.number() });
const placeRow = z.object({ at: z.number(), id: z.string() });
const countRow = z.object({ count: z.number().nullable() });
const newestRow = z.object({ at: z.number().nullable() });
const postRow = z.object({
  id: z.string(),
  source: sourceIdSchema,
  text: z.string(),
  at: z.number(),
  url: z.string(),
  author: z.string(),
  language: z.string(),
  facts: z.string().nullable(),
  heard: z.string().nullable(),
});

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

/**
 * Finds posts. Without terms, an index has them in the order asked for, and the counts of the sources give the total. With
 * terms, the full-text index gives those of the board that hold one, which are then sorted.
 */
export class SqlitePostSearch {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  match(board: BoardId, filter: PostFilter): readonly Post[] {
    const key = this.#boardKey(board);
    return key === undefined ? [] : this.#select(key, filter, undefined, -1);
  }

  page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): { readonly posts: readonly Post[]; readonly total: number } {
    const key = this.#boardKey(board);
    if (key === undefined) return { posts: [], total: 0 };
    const total = this.#count(key, filter);
    if (filter.before === undefined) return { posts: this.#select(key, filter, undefined, filter.limit), total };
    const place = this.#place(key, filter.before);
    return { posts: place ? this.#select(key, filter, place, filter.limit) : [], total };
  }

  newestAt(board: BoardId): number | undefined {
    const key = this.#boardKey(board);
    if (key === undefined) return undefined;
    const newest = this.#db.prepare("SELECT max(at) AS at FROM posts WHERE board = ?").get(key);
    return newestRow.parse(newest).at ?? undefined;
  }

  /** @param limit -1 for all */
  #select(boardKey: number, filter: PostFilter, after: Place | undefined, limit: number): readonly Post[] {
    const conditions = [...conditionsOf(boardKey, filter), ...(after ? [isAfter(after)] : [])];
    const sql = `SELECT posts.id, sources.id AS source, text, at, url, author, language, facts, heard
      FROM ${tablesOf(filter)} CROSS JOIN sources ON sources.key = posts.source
      WHERE ${conditions.map((condition) => condition.sql).join(" AND ")}
      ORDER BY at DESC, posts.id LIMIT ?`;
    const values = conditions.flatMap((condition) => condition.values);
    return this.#db
      .prepare(sql)
      .all(...values, limit)
      .map((row) => {
        const { facts, heard, ...post } = postRow.parse(row);
        return { ...post, ...readKept(facts, heard) };
      });
  }

  #count(boardKey: number, filter: PostFilter): number {
    if (!hasTerms(filter)) {
      const [sql, values] =
        filter.source === undefined
          ? ["SELECT sum(posts) AS count FROM sources WHERE board = ?", [boardKey]]
          : ["SELECT posts AS count FROM sources WHERE board = ? AND id = ?", [boardKey, filter.source]];
      return countRow.optional().parse(this.#db.prepare(sql).get(...values))?.count ?? 0;
    }
    const conditions = conditionsOf(boardKey, filter);
    // without a source the index alone can count
    const tables = filter.source === undefined ? "folded" : tablesOf(filter);
    const sql = `SELECT count(*) AS count FROM ${tables} WHERE ${conditions.map((condition) => condition.sql).join(" AND ")}`;
    return countRow.parse(this.#db.prepare(sql).get(...conditions.flatMap((condition) => condition.values))).count ?? 0;
  }

  #boardKey(board: BoardId): number | undefined {
    return boardKeyRow.optional().parse(this.#db.prepare("SELECT key FROM boards WHERE id = ?").get(board))?.key;
  }

  #place(boardKey: number, post: string): Place | undefined {
    const row = this.#db.prepare("SELECT at, id FROM posts WHERE board = ? AND id = ?").get(boardKey, post);
    return placeRow.optional().parse(row);
  }
}

const hasTerms = ({ terms = [] }: PostFilter): boolean => terms.length > 0;

// CROSS JOIN keeps the order written: the few that match are looked up, not all posts asked whether they match
const tablesOf = (filter: PostFilter): string =>
  hasTerms(filter) ? "folded CROSS JOIN posts ON posts.key = folded.rowid" : "posts";

function conditionsOf(boardKey: number, filter: PostFilter): readonly Condition[] {
  const { source, terms = [] } = filter;
  const { first, last } = keysOf(boardKey);
  const place: Condition = hasTerms(filter)
    ? {
        sql: "folded MATCH ? AND folded.rowid BETWEEN ? AND ?",
        values: [terms.map(toPhrase).join(" OR "), first, last],
      }
    : { sql: "posts.board = ?", values: [boardKey] };
  if (source === undefined) return [place];
  const ofSource: Condition = {
    sql: "posts.source = (SELECT key FROM sources WHERE board = ? AND id = ?)",
    values: [boardKey, source],
  };
  // a source is of one board, and its posts have an index of their own
  return hasTerms(filter) ? [place, ofSource] : [ofSource];
}

const isAfter = ({ at, id }: Place): Condition => ({
  sql: "at <= ? AND (at < ? OR posts.id > ?)",
  values: [at, at, id],
});

/** " apres le travail " as a phrase of the index; " soir", open at its end, as one whose last word may go on. */
const toPhrase = (term: string): string => {
  const phrase = `"${term.trim().replaceAll('"', '""')}"`;
  return term.endsWith(" ") ? phrase : `${phrase} *`;
};
