import type { PostFilter } from "./postStore.ts";

/** A part of a WHERE clause, and what stands for its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

export const whereOf = (conditions: readonly Condition[]): string => conditions.map(({ sql }) => sql).join(" AND ");
export const valuesOf = (conditions: readonly Condition[]): readonly (number | string)[] =>
  conditions.flatMap(({ values }) => values);

/** Whether something is asked for that only reading tells, or the time. */
export const isByReading = ({ language, kinds, feeling, theme, from, to, isMerged = false }: PostFilter): boolean =>
  isMerged || [language, kinds, feeling, theme, from, to].some((asked) => asked !== undefined);

/** What a filter asks of the columns of `posts`: all of it but the query. */
export function columnConditions(boardKey: number, filter: PostFilter): readonly Condition[] {
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
  return conditions;
}

/** What comes after a post in the order of pages: newest first, then by id. */
export const isAfter = ({ at, id }: { readonly at: number; readonly id: string }): Condition => ({
  sql: "at <= ? AND (at < ? OR posts.id > ?)",
  values: [at, at, id],
});
