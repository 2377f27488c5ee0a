import { AppError } from "@palabre/shared/errors";
import { parseQuery, type Query } from "@palabre/shared/listening";

/**
 * A query that somebody asks or sets. Texts are kept as words, so one of emoji and signs alone would find nothing for ever, whatever
 * is said: it is refused.
 * @throws AppError `wordless-query`
 */
export function readAsked(written: string): Query {
  const query = parseQuery(written);
  if (query) return query;
  throw new AppError("wordless-query", "the query has no word: emoji and signs can't be searched for");
}
