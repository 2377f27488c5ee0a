import type { Query } from "@palabre/shared/listening";

/**
 * A query in the words of the full-text index. The index knows no "all but": what a query excludes is written beside
 * what it asks for, and a query that only excludes is what it excludes, to be taken from all.
 */
export interface FtsQuery {
  readonly match: string;
  /** the posts wanted are all those that `match` does not find */
  readonly isComplement: boolean;
}

export function toFtsQuery(query: Query): FtsQuery {
  if ("term" in query) return { match: toPhrase(query.term), isComplement: false };
  if ("not" in query) {
    const { match, isComplement } = toFtsQuery(query.not);
    return { match, isComplement: !isComplement };
  }
  const isAny = "any" in query;
  const parts = (isAny ? query.any : query.all).map(toFtsQuery);
  const plain = parts.filter(({ isComplement }) => !isComplement).map(({ match }) => match);
  const excluded = parts.filter(({ isComplement }) => isComplement).map(({ match }) => match);
  if (excluded.length === 0) return { match: join(plain, isAny ? "OR" : "AND"), isComplement: false };
  // not a or not b = not (a and b); a and not b = a without b; a or not b = not (b without a)
  const without = join(excluded, isAny ? "AND" : "OR");
  if (plain.length === 0) return { match: without, isComplement: true };
  const wanted = join(plain, isAny ? "OR" : "AND");
  return isAny
    ? { match: `(${without} NOT ${wanted})`, isComplement: true }
    : { match: `(${wanted} NOT ${without})`, isComplement: false };
}

const join = (parts: readonly string[], operator: "AND" | "OR"): string =>
  parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(` ${operator} `)})`;

/** " apres le travail " as a phrase of the index; " soir", open at its end, as one whose last word may go on. */
const toPhrase = (term: string): string => {
  const phrase = `"${term.trim().replaceAll('"', '""')}"`;
  return term.endsWith(" ") ? phrase : `${phrase} *`;
};
