import type { PostFilter, PostQuery } from "@palabre/shared/protocol";

const DAY_MS = 86_400_000;

/** Spans of time that posts are narrowed to, in days. */
export const SPANS_DAYS = [1, 7, 30, 90, 365] as const;

/** What a filter narrows by, in the order in which it is said. What is written between two moments has two of these. */
export const FACETS = ["query", "source", "kind", "feeling", "theme", "language", "days", "from", "to"] as const;
export type Facet = (typeof FACETS)[number];

/**
 * A filter that names a first and a last day, both with all their hours in the reader's time zone.
 * @param first `2026-10-12`; what is no day names none
 */
export const betweenDays = (filter: PostFilter, first: string, last: string): PostFilter => ({
  ...filter,
  days: undefined,
  from: midnightOf(first, 0),
  to: midnightOf(last, 1),
});
/** Whether posts can be narrowed by it: what is typed of a year, "0002", is none yet. */
export const isDay = (day: string): boolean => midnightOf(day, 0) !== undefined;
function midnightOf(day: string, after: number): number | undefined {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + after);
  return Number.isNaN(at.getTime()) || at.getTime() < 0 ? undefined : at.getTime();
}

/** By what posts are narrowed. */
export const narrowedBy = (filter: PostFilter): readonly Facet[] =>
  FACETS.filter((facet) => filter[facet] !== undefined && filter[facet] !== "");

/** The same filter without what narrows nothing: two that ask the same are alike. */
export const plainFilter = (filter: PostFilter): PostFilter =>
  Object.fromEntries(narrowedBy(filter).map((facet) => [facet, filter[facet]]));

/** A filter as it is asked. @param now epoch ms */
export function toPostQuery(filter: PostFilter, now: number): PostQuery {
  const { days, ...asked } = plainFilter(filter);
  return days === undefined ? asked : { ...asked, from: now - days * DAY_MS };
}
