import { LIMITS, type Post, type Reading, type ReadingOrigin, type SourceId } from "../terms/index.ts";
import type { Listening } from "./evidence.ts";
import { countInSlices, periodOf } from "./period.ts";

/** Points of the sparkline: two and a half days each. */
const SLICES = 12;

/**
 * How often an expectation was voiced in the period, and how that compares with the period before, of equal length.
 *
 * - `mentions` is always said, even when it is 0; `missing` when the board has heard nothing at all or the card listens for
 *   nothing, since 0 would then claim a silence that nobody listened to.
 * - `trend` = (now − before) / before. Under `LIMITS.postsForTrend` posts in both periods together it is `insufficient`, and so
 *   it is, whatever their number, where the period before was not listened to; when nothing was said then, growth has no size: `undefined`.
 *
 * Example: 12 posts now and 8 before give mentions 12 and trend 0.5, n = 20.
 * @param posts those that voice it, in any order; undefined when the card listens for nothing
 */
export function readMentions(
  posts: readonly Post[] | undefined,
  listening: Listening,
): { readonly mentions: Reading; readonly trend: Reading } {
  if (posts === undefined || listening.newestAt === undefined) {
    const missing = { state: "missing", n: 0, origin: [] } as const;
    return { mentions: { measure: "mentions", ...missing }, trend: { measure: "trend", ...missing } };
  }
  const period = periodOf(listening.now, listening.newestAt);
  const { before, from, to } = period;
  // one pass, since a popular expectation has thousands of posts and is measured again with each new one
  const times: number[] = [];
  const current: Counts = new Map();
  const both: Counts = new Map();
  let n = 0;
  for (const { at, source } of posts) {
    if (at <= before || at > to) continue;
    n += 1;
    both.set(source, (both.get(source) ?? 0) + 1);
    if (at <= from) continue;
    times.push(at);
    current.set(source, (current.get(source) ?? 0) + 1);
  }
  const value = times.length;
  const previous = n - value;
  const mentions: Reading = {
    measure: "mentions",
    state: "known",
    value,
    n: value,
    from,
    to,
    previous,
    total: posts.length,
    series: countInSlices(times, period, SLICES),
    origin: originOf(current, listening.sources),
  };
  const trend = { measure: "trend", n, from, to, previous, origin: originOf(both, listening.sources) } as const;
  if (n < LIMITS.postsForTrend) {
    return { mentions, trend: { ...trend, state: "insufficient", needs: LIMITS.postsForTrend } };
  }
  if (!listening.isHeardBefore) return { mentions, trend: { ...trend, state: "insufficient" } };
  if (previous === 0) return { mentions, trend: { ...trend, state: "undefined" } };
  return { mentions, trend: { ...trend, state: "known", value: (value - previous) / previous } };
}

export type Counts = Map<SourceId, number>;

/** How many posts each source gave, most first, then by name. A source that is gone has an empty name. */
export const originOf = (counts: Counts, names: ReadonlyMap<SourceId, string>): readonly ReadingOrigin[] =>
  [...counts]
    .map(([source, n]) => ({ source, name: names.get(source) ?? "", n }))
    .sort((a, b) => b.n - a.n || compare(a.name, b.name) || compare(a.source, b.source));

// by code unit: the same order on every machine, whatever its language
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
