import type { PostFilter, PostQuery } from "@palabre/shared/protocol";

const DAY_MS = 86_400_000;

/** Spans of time that posts are narrowed to, in days. */
export const SPANS_DAYS = [1, 7, 30, 90, 365] as const;

/** What a filter narrows by, in the order in which it is said. */
export const FACETS = ["query", "source", "kind", "feeling", "theme", "language", "days"] as const;
export type Facet = (typeof FACETS)[number];

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
