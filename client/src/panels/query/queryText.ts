import { readQuery, type WrittenQuery } from "@palabre/shared/listening";
import type { Text } from "../../i18n/index.ts";

/** A query as it is understood, in one line: terms as written, operators in the reader's language, and no parenthesis too many. */
export function queryText(query: string, { t }: Pick<Text, "t">): string {
  const read = readQuery(query);
  return read === undefined ? "" : sayAny(read, t);
}

const sayAny = (query: WrittenQuery, t: Text["t"]): string =>
  "any" in query ? query.any.map((part) => sayAll(part, t)).join(", ") : sayAll(query, t);

/** What AND joins, with what must not be there at its end as it is spoken: "bicycle AND school NOT theft". */
function sayAll(query: WrittenQuery, t: Text["t"]): string {
  if (!("all" in query)) return sayPart(query, t);
  return query.all
    .map((part, place) => (place === 0 || "not" in part ? sayPart(part, t) : `${t("query.and")} ${sayPart(part, t)}`))
    .join(" ");
}

function sayPart(query: WrittenQuery, t: Text["t"]): string {
  if ("term" in query) return query.written;
  // one NOT after the other, without the parentheses between them, would be read as one
  if ("not" in query)
    return `${t("query.not")} ${"not" in query.not ? `(${sayPart(query.not, t)})` : sayPart(query.not, t)}`;
  return `(${sayAny(query, t)})`;
}
