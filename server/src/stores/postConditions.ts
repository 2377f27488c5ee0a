import { SHARED_ADDRESS_LENGTH } from "@palabre/shared/listening";
import type { PostFilter } from "./postStore.ts";

/** A part of a WHERE clause, and what stands for its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

export const whereOf = (conditions: readonly Condition[]): string => conditions.map(({ sql }) => sql).join(" AND ");
export const valuesOf = (conditions: readonly Condition[]): readonly (number | string)[] =>
  conditions.flatMap(({ values }) => values);

const ADDRESSED = `length(posts.url) BETWEEN 1 AND ${SHARED_ADDRESS_LENGTH}`;

/**
 * Without posts that another source holds too, as `heldElsewhere` of shared/listening has it: that of the source that was added first stands for them, one
 * that repeats no other post before one that does. Rows of files stand for themselves: their address is often that of the page they speak of.
 *
 * Addresses of which several sources have a post are found by an index alone; most boards have none. MATERIALIZED sees to it that they are
 * looked for once, whatever a database expects to find.
 * @param board  its key, or what stands for it in a statement
 */
export const isHeldOnce = (board: number | string, post = "posts.key"): string =>
  `${post} NOT IN (
    WITH own AS MATERIALIZED (
      SELECT key FROM sources WHERE board = ${board} AND record NOT LIKE '%"kind":"csv"%'
        AND 1 < (SELECT count(*) FROM sources WHERE board = ${board})),
    shared AS MATERIALIZED (
      SELECT url FROM posts WHERE board = ${board} AND ${ADDRESSED} AND source IN (SELECT key FROM own)
      GROUP BY url HAVING min(source) < max(source))
    SELECT key FROM (
      SELECT key, source, first_value(source) OVER (PARTITION BY posts.url, text ORDER BY copyOf IS NOT NULL, source, key) AS holder
      FROM shared CROSS JOIN posts
      WHERE board = ${board} AND ${ADDRESSED} AND posts.url = shared.url AND source IN (SELECT key FROM own)
    ) AS held WHERE source <> holder)`;

/** How many posts nearly repeat one of `posts`. */
export const copiesIn = (board: number): string =>
  `(SELECT count(*) FROM posts AS c WHERE c.copyOf = posts.key AND ${isHeldOnce(board, "c.key")}) AS copies`;

/** Whether something is asked for that only reading tells, or the time. */
export const isByReading = ({ language, kinds, feeling, theme, from, to, isMerged = false }: PostFilter): boolean =>
  isMerged || [language, kinds, feeling, theme, from, to].some((asked) => asked !== undefined);

/**
 * What a filter asks of the columns of `posts`: all of it but the query.
 * @param isFigure whether posts are counted, and not listed
 */
export function columnConditions(boardKey: number, filter: PostFilter, isFigure: boolean): readonly Condition[] {
  const { source, language, kinds, feeling, theme, from, to, isMerged = false } = filter;
  const conditions: Condition[] = [];
  if (source !== undefined) {
    const sql = "posts.source = (SELECT key FROM sources WHERE board = ? AND id = ?)";
    conditions.push({ sql, values: [boardKey, source] });
  }
  if (kinds) {
    const sql = kinds.length === 0 ? "FALSE" : `posts.kind IN (${kinds.map(() => "?").join(", ")})`;
    conditions.push({ sql, values: kinds });
  }
  if (feeling !== undefined) conditions.push({ sql: "posts.feeling = ?", values: [feeling] });
  if (language !== undefined) conditions.push({ sql: "posts.tongue = ?", values: [language] });
  if (theme !== undefined) conditions.push({ sql: "posts.theme = ?", values: [theme] });
  if (from !== undefined) conditions.push({ sql: "posts.at >= ?", values: [from] });
  if (to !== undefined) conditions.push({ sql: "posts.at < ?", values: [to] });
  if (isMerged) conditions.push({ sql: "posts.copyOf IS NULL", values: [] });
  // who asks for one source is told of all that it holds
  if ((isMerged || isFigure) && source === undefined) conditions.push({ sql: isHeldOnce(boardKey), values: [] });
  return conditions;
}

/** What comes after a post in the order of pages: newest first, then by id. */
export const isAfter = ({ at, id }: { readonly at: number; readonly id: string }): Condition => ({
  sql: "at <= ? AND (at < ? OR posts.id > ?)",
  values: [at, at, id],
});
