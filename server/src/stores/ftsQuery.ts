import type { Query } from "@palabre/shared/listening";
import { toListed, type Listed } from "./listedQuery.ts";

/** A query in the words of SQLite's full-text index; see `ListedQuery`. */
export interface FtsQuery {
  readonly match: string;
  /** the posts wanted are all those that `match` does not find */
  readonly isComplement: boolean;
}

export function toFtsQuery(query: Query): FtsQuery {
  const { listed, isComplement } = toListed(query);
  return { match: toMatch(listed), isComplement };
}

/** Letters that few enough words begin with. */
const FEW_BEGIN_SO = 3;

/**
 * Whether the index would go through the words of all boards for a query: those that begin with a letter or two are a good part of all
 * that there are, whosever posts they stand in.
 */
export function isBroad(query: Query): boolean {
  if ("not" in query) return isBroad(query.not);
  if (!("term" in query)) return ("any" in query ? query.any : query.all).some(isBroad);
  const [last = ""] = query.term.split(" ").slice(-1);
  return !query.term.endsWith(" ") && Array.from(last).length < FEW_BEGIN_SO;
}

function toMatch(listed: Listed): string {
  if ("term" in listed) return toPhrase(listed.term);
  if ("any" in listed) return join(listed.any, "OR");
  if ("all" in listed) return join(listed.all, "AND");
  return `(${toMatch(listed.wanted)} NOT ${toMatch(listed.without)})`;
}

const join = (parts: readonly Listed[], operator: "AND" | "OR"): string =>
  parts.length === 1 ? parts.map(toMatch).join("") : `(${parts.map(toMatch).join(` ${operator} `)})`;

/** " apres le travail " as a phrase of the index; " soir", open at its end, as one whose last word may go on. */
const toPhrase = (term: string): string => {
  const phrase = `"${term.trim().replaceAll('"', '""')}"`;
  return term.endsWith(" ") ? phrase : `${phrase} *`;
};
