import type { Query } from "@palabre/shared/listening";

/**
 * A query as an index of words can list what it finds: an index knows no "all but", so what is excluded stands beside what is asked
 * for.
 */
export type Listed =
  | { readonly term: string }
  | { readonly any: readonly Listed[] }
  | { readonly all: readonly Listed[] }
  | { readonly wanted: Listed; readonly without: Listed };

export interface ListedQuery {
  readonly listed: Listed;
  /** the posts wanted are all those that `listed` does not find: of a query that only excludes, it is what it excludes */
  readonly isComplement: boolean;
}

export function toListed(query: Query): ListedQuery {
  if ("term" in query) return { listed: query, isComplement: false };
  if ("not" in query) {
    const { listed, isComplement } = toListed(query.not);
    return { listed, isComplement: !isComplement };
  }
  const isAny = "any" in query;
  const parts = (isAny ? query.any : query.all).map(toListed);
  const plain = parts.filter(({ isComplement }) => !isComplement).map(({ listed }) => listed);
  const excluded = parts.filter(({ isComplement }) => isComplement).map(({ listed }) => listed);
  const wanted = isAny ? { any: plain } : { all: plain };
  if (excluded.length === 0) return { listed: wanted, isComplement: false };
  // not a or not b = not (a and b); a and not b = a without b; a or not b = not (b without a)
  const without = isAny ? { all: excluded } : { any: excluded };
  if (plain.length === 0) return { listed: without, isComplement: true };
  return isAny
    ? { listed: { wanted: without, without: wanted }, isComplement: true }
    : { listed: { wanted, without }, isComplement: false };
}
