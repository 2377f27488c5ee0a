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
