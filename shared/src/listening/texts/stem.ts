/**
 * Stems: "connexions", "connexion" and "connecté" come near each other. Lighter than Porter's (1980, doi 10.1108/eb046814): one
 * ending is taken off, and at least three letters stay.
 */

const FRENCH = [
  /(?:issements?|issantes?|ements?|ments?)$/,
  /(?:ations?|ateurs?|atrices?)$/,
  /(?:iques?|ismes?|ables?|istes?|euses?|eux|ives?|ifs?)$/,
  /(?:eraient|erait|erais|erions|eriez|eront|erons|erez|aient|ions|iez|ais|ait|ants?|antes?|ees?|es|er|ez|e|s|x|is|it|ir|ies?)$/,
];
const ENGLISH = /(?:ization|ations?|ions?|ings?|edly|ed|ers?|ies|ied|es|s|ly|able|ments?|ness|y|e)$/;
const LEAST = 3;

/**
 * @param word     folded, one word
 * @param language "fr" and "en" are stemmed, words of others stay as they are
 */
export function stemOf(word: string, language: string): string {
  if (language === "fr") {
    const stem = FRENCH.reduce((cut, ending) => cut.replace(ending, ""), word);
    return stem.length >= LEAST ? stem : word.replace(/s$/, "");
  }
  if (language !== "en") return word;
  const stem = word.replace(ENGLISH, "");
  return stem.length >= LEAST ? stem.replace(/(.)\1$/, "$1") : word;
}
