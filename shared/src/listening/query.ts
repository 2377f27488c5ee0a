import { fold, foldedWords, type FoldedWord } from "./fold.ts";
import { parseQuery, positiveTerms, type Query } from "./parseQuery.ts";
import { findQuote, type TextRange } from "./quote.ts";

/**
 * Whether a folded text is what a query asks for: its terms stand there as whole words in a row, or don't, as it says.
 * @param folded as `fold` gives it
 */
export function holds(folded: string, query: Query): boolean {
  if ("term" in query) return folded.includes(query.term);
  if ("not" in query) return !holds(folded, query.not);
  return "any" in query
    ? query.any.some((part) => holds(folded, part))
    : query.all.every((part) => holds(folded, part));
}

/** A query made ready to be asked of many posts. */
export interface Matcher {
  /** undefined where the query has no word: nothing matches it */
  readonly query: Query | undefined;
  matches(text: string): boolean;
  /**
   * The sentence of a text that says most of the query, to be shown as `text.slice(start, end)`: at most `QUOTE_LENGTH`
   * long, cut between sentences, else between words, never inside a character. Undefined where the text holds none of its words.
   */
  quote(text: string): TextRange | undefined;
}

export function createMatcher(written: string): Matcher {
  const query = parseQuery(written);
  const terms = query ? positiveTerms(query) : [];
  return {
    query,
    matches: (text) => query !== undefined && holds(fold(text), query),
    quote: (text) => {
      const words = foldedWords(text);
      const hits = terms.map((term) => findTerm(words, term));
      return findQuote(text, hits);
    },
  };
}

/** Where a term stands in a text, every time it does. */
function findTerm(words: readonly FoldedWord[], term: string): readonly TextRange[] {
  const wanted = term.trim().split(" ");
  const open = !term.endsWith(" ");
  const found: TextRange[] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const isHere = wanted.every((word, offset) => {
      const here = words[at + offset]?.word ?? "";
      return open && offset === wanted.length - 1 ? here.startsWith(word) : here === word;
    });
    const first = words[at];
    const last = words[at + wanted.length - 1];
    if (isHere && first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}
