import { LIMITS, type Language } from "../terms/index.ts";
import { blankAddresses } from "./addresses.ts";
import { foldedWords, type FoldedWord } from "./fold.ts";
import { BEGINS_OTHERS, INVARIANT, STOP_WORDS } from "./stopWords.ts";

/** Terms of a proposed query at most: a person must take it in at a glance, and each more term brings more strangers in. */
export const PROPOSED_TERMS = 5;
/** Letters that must stand before an asterisk: fewer begin too many other words. */
const LEAST_BEFORE_ASTERISK = 4;

/**
 * Proposes a query from a card's text: "Des rendez-vous le soir, après le travail" → "rendez-vous, soir*, travail".
 *
 * The first five words that mean something, as written, lower-cased, web addresses left out; words joined by a hyphen stay one phrase. Singular and
 * plural meet through an asterisk, which a word takes only where it is safe:
 * - its plural begins with its singular: atelier → "atelier*", ateliers → "atelier*", bureaux → "bureau*", stories no, but
 *   communities → "communit*"; words in -al, -ail (travail, travaux), -x, -z and words whose s is their own (temps) take none;
 * - at least four letters stand before it, and they don't begin words of another meaning (main, maintenant).
 * A phrase takes none. Anyone can write the asterisk where this leaves it out.
 * @param title    the first line of a card, in French or English; which of them is read from its small words
 * @param language the board's, believed where the small words don't tell
 * @returns empty when nothing in the title means anything
 */
export function proposeQuery(title: string, language: Language = "fr"): string {
  const groups = joinHyphens(title, foldedWords(blankAddresses(title)));
  const words = groups.flat().map(({ word }) => word);
  const spoken = readLanguage(words, language);
  const stops = STOP_WORDS[spoken];
  const terms = new Map<string, string>();
  let length = 0;
  for (const group of groups) {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last || terms.size === PROPOSED_TERMS) break;
    if (group.every(({ word }) => stops.has(word) || isSmall(word))) continue;
    const written = title.slice(first.start, last.end).toLowerCase();
    const key = group.map(({ word }) => word).join(" ");
    const term = group.length > 1 ? written : meetPlural(written, key, spoken);
    if (length + term.length + 2 > LIMITS.queryLength || [...terms.values()].includes(term)) continue;
    length += term.length + 2;
    terms.set(key, term);
  }
  return [...terms.values()].join(", ");
}

/** One letter, or a small number: neither means much alone. */
const isSmall = (word: string): boolean => word.length < 2 || /^\d{1,3}$/.test(word);

/** Words of a title, those joined by a hyphen together. */
function joinHyphens(title: string, words: readonly FoldedWord[]): readonly (readonly FoldedWord[])[] {
  const groups: FoldedWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && /^[-‐‑]$/.test(title.slice(before.end, word.start))) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

function readLanguage(words: readonly string[], fallback: Language): Language {
  const count = (language: Language): number => words.filter((word) => STOP_WORDS[language].has(word)).length;
  const lead = count("fr") - count("en");
  return lead > 0 ? "fr" : lead < 0 ? "en" : fallback;
}

/**
 * The term by which one word is found in singular and plural.
 * @param written as in the title, lower-cased, accents kept
 * @param word    the same, folded
 */
function meetPlural(written: string, word: string, language: Language): string {
  const cut = language === "fr" ? cutFrench(word) : cutEnglish(word);
  if (cut === undefined || INVARIANT.has(word)) return written;
  const stem = word.slice(0, word.length - cut);
  if (stem.length < LEAST_BEFORE_ASTERISK || BEGINS_OTHERS.has(stem)) return written;
  return `${written.slice(0, written.length - cut)}*`;
}

/** How many letters of a word its singular and plural don't share; undefined where no beginning stands for both. */
function cutFrench(word: string): number | undefined {
  if (word.endsWith("eaux")) return 1;
  if (/(?:[xz]|ss|al|ail)$/.test(word)) return undefined;
  return word.endsWith("s") ? 1 : 0;
}
function cutEnglish(word: string): number | undefined {
  // a stem that lost its y needs one letter more: "communit" is itself, "stor" is a store
  if (/[^aeiou]ies$/.test(word)) return word.length >= 8 ? 3 : undefined;
  if (/[^aeiou]y$/.test(word)) return word.length >= 6 ? 1 : undefined;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return 2;
  if (/(?:us|is)$/.test(word)) return undefined;
  return /[^s]s$/.test(word) ? 1 : 0;
}
