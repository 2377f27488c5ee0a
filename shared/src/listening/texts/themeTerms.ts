import { blankManners, foldedWords, STOP_WORDS } from "../index.ts";
import { conceptOf } from "./concepts.ts";
import { stemOf } from "./stem.ts";

/** A word that may tell what a post is about. */
export interface ThemeTerm {
  /** its stem, or "#concept": the same for the words of one concept in French and English */
  readonly term: string;
  /** as written, lower-cased */
  readonly written: string;
  /** it is one of a hashtag */
  readonly isTag?: true;
}

/** What every post about a product says, and the update after which it no longer works ("depuis la dernière mise à jour"). */
const SAYS_NOTHING = new Set(
  "app apps appli applis application applications mise jour jours derniere dernier last latest".split(" "),
);

/**
 * The telling words of a post, in order: without stop words, numbers, single letters and web addresses.
 * @param language as found; in another than French and English, words are not stemmed and no stop word is known
 */
export function themeTermsOf(text: string, language: string | undefined): readonly ThemeTerm[] {
  const tongue = language?.slice(0, 2) ?? "";
  const stops = tongue === "fr" || tongue === "en" ? STOP_WORDS[tongue] : undefined;
  return foldedWords(blankManners(text)).flatMap(({ word, start, end }) => {
    if (word.length < 2 || /^\d+$/.test(word) || SAYS_NOTHING.has(word) || stops?.has(word)) return [];
    const stem = stemOf(word, tongue);
    const isTag = text[start - 1] === "#";
    const written = text.slice(start, end).toLowerCase();
    return [{ term: conceptOf(stem, tongue) ?? stem, written, ...(isTag && { isTag }) }];
  });
}
