import { fold, foldedWords, type FoldedWord } from "./fold.ts";
import { findQuote, type TextRange } from "./quote.ts";

/**
 * The query of an expectation: which posts speak of it.
 *
 *     query = term *( "," term )          any of the terms is enough
 *     term  = word *( " " word ) [ "*" ]  the words in a row; "*" lets the last one end in any way
 *
 * "rendez-vous, soir*, après le travail" matches "en soirée" and "APRES LE TRAVAIL", not "travail après". Case, accents and
 * signs don't count (`fold.ts`). A semicolon or a line break parts terms as a comma does; a term without a word is left out.
 */

/**
 * The terms of a query as strings to look for in a folded text: " rendez vous ", " soir" (any ending), " apres le travail ".
 * A text matches when `fold(text)` contains one of them; a database may ask the same of a stored folded text.
 * @returns in the order of the query, each once; none for a query without words
 */
export function foldedTerms(query: string): readonly string[] {
  const terms = query.split(/[,;，；\n]/).flatMap((written) => {
    const folded = fold(written);
    if (folded === " ") return [];
    return written.trimEnd().endsWith("*") ? [folded.trimEnd()] : [folded];
  });
  return [...new Set(terms)];
}

/**
 * Whether a folded text holds one of the terms, as whole words in a row.
 * @param folded as `fold` gives it
 * @param terms  as `foldedTerms` gives them; none of them holds nowhere
 */
export const holdsAny = (folded: string, terms: readonly string[]): boolean =>
  terms.some((term) => folded.includes(term));

/** A query made ready to be asked of many posts. */
export interface Matcher {
  readonly terms: readonly string[];
  matches(text: string): boolean;
  /**
   * The sentence of a text that says most of the query, to be shown as `text.slice(start, end)`: at most `QUOTE_LENGTH`
   * long, cut between sentences, else between words, never inside a character. Undefined where the text doesn't match.
   */
  quote(text: string): TextRange | undefined;
}

export function createMatcher(query: string): Matcher {
  const terms = foldedTerms(query);
  return {
    terms,
    matches: (text) => holdsAny(fold(text), terms),
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
    const holds = wanted.every((word, offset) => {
      const here = words[at + offset]?.word ?? "";
      return open && offset === wanted.length - 1 ? here.startsWith(word) : here === word;
    });
    const first = words[at];
    const last = words[at + wanted.length - 1];
    if (holds && first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}
