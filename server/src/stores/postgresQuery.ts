import type { Listed } from "./listedQuery.ts";
import type { Condition } from "./postConditions.ts";

/**
 * Words as Postgres indexes them. It has full-text search of its own, but counts 256 places of a word in a text and no more, so that
 * its phrases miss some of a long one; here the index only says which posts have the words, and where that is not all that a term
 * asks (several words in a row), their folded texts are looked at.
 */

/** A word that is longer is indexed by its beginning, in code points: Postgres refuses over 2 kB, that is 500 of the longest. */
const LONGEST = 100;

const toWord = (boardKey: number, word: string): string =>
  `${boardKey}/${word.length <= LONGEST ? word : Array.from(word).slice(0, LONGEST).join("")}`;

/** @returns the words of a folded text, each once, between single spaces; empty where there are none */
export const toWords = (boardKey: number, folded: string): string =>
  [...new Set(wordsOf(folded).map((word) => toWord(boardKey, word)))].join(" ");

const wordsOf = (folded: string): readonly string[] => folded.split(" ").filter((word) => word !== "");

/** The posts of a board that a query lists: a part of a WHERE clause over `folded`. */
export function listedCondition(boardKey: number, listed: Listed): Condition {
  const sql = "folded.words @@ ?::tsquery";
  const words = toTsQuery(boardKey, listed);
  if (isByWords(listed)) return { sql, values: [words] };
  const inTexts = toTextCondition(listed);
  return { sql: `${sql} AND ${inTexts.sql}`, values: [words, ...inTexts.values] };
}

/** What a text that is found has of words, or more: what is left out of it leaves nothing out here, unless words alone tell. */
function toTsQuery(boardKey: number, listed: Listed): string {
  if ("term" in listed) {
    const { term } = listed;
    const words = wordsOf(term);
    return join(
      words.map(
        (word, place) => quoted(toWord(boardKey, word)) + (isOpen(term) && place === words.length - 1 ? ":*" : ""),
      ),
      "&",
    );
  }
  const toPart = (part: Listed): string => toTsQuery(boardKey, part);
  if ("any" in listed) return join(listed.any.map(toPart), "|");
  if ("all" in listed) return join(listed.all.map(toPart), "&");
  const wanted = toPart(listed.wanted);
  return isByWords(listed.without) ? `(${wanted} & !${toPart(listed.without)})` : wanted;
}

/** The same as `holds` of shared/listening, of `folded.text`. */
function toTextCondition(listed: Listed): Condition {
  if ("term" in listed) return { sql: "strpos(folded.text, ?) > 0", values: [listed.term] };
  if ("wanted" in listed) {
    const [wanted, without] = [toTextCondition(listed.wanted), toTextCondition(listed.without)];
    return { sql: `(${wanted.sql} AND NOT ${without.sql})`, values: [...wanted.values, ...without.values] };
  }
  const [parts, operator] = "any" in listed ? [listed.any, " OR "] : [listed.all, " AND "];
  const conditions = parts.map(toTextCondition);
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(operator)})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** Whether the index of words alone tells: a word in a row with no other, and indexed whole. */
function isByWords(listed: Listed): boolean {
  if ("term" in listed) {
    const [word = "", ...others] = wordsOf(listed.term);
    return others.length === 0 && word.length < LONGEST;
  }
  if ("wanted" in listed) return isByWords(listed.wanted) && isByWords(listed.without);
  return ("any" in listed ? listed.any : listed.all).every(isByWords);
}

const isOpen = (term: string): boolean => !term.endsWith(" ");
const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
const join = (parts: readonly string[], operator: "&" | "|"): string =>
  parts.length === 1 ? parts.join("") : `(${parts.join(` ${operator} `)})`;
