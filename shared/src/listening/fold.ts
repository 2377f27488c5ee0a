/**
 * Folding: what makes "Après" and "apres" one word. Counting, searching and quoting all fold here and nowhere else, so that
 * a figure and its evidence always agree.
 *
 * A word is a run of letters and digits of any script; everything else parts words, apostrophes and hyphens too
 * ("l'arbre" → l, arbre; "rendez-vous" → rendez, vous). A word is then folded: compatibility forms opened (ﬁ → fi, ² → 2),
 * accents dropped, lower-cased, ligatures written out (œ → oe, æ → ae, ß → ss).
 */

/** A folded word and where it stands in the text it came from: `text.slice(start, end)` is the word as written. */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

// U+02B9–02BF are letters to Unicode and apostrophes to writers. A soft hyphen or a joiner inside a word does not part it.
const LETTER = String.raw`(?![\u02B9-\u02BF])[\p{L}\p{N}]`;
const INNER = String.raw`(?:${LETTER}|[\p{M}\u00AD\u200C\u200D\u2060\uFEFF])`;
const WORD = new RegExp(`${LETTER}(?:${INNER}*(?:${LETTER}|\\p{M}))?`, "gu");
const PLAIN_WORD = /^[a-z0-9]*$/i;
/** Accents of the alphabets that use them as accents, marks that only dress a sign (keycaps, emoji style), invisible joiners. */
const DROPPED = /[\u0300-\u036F\u20D0-\u20FF\uFE00-\uFE0F\u00AD\u200C\u200D\u2060\uFEFF]/g;
/** Letters that Unicode does not take apart, and the two forms of one sigma. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};
const TO_WRITE_OUT = new RegExp(`[${Object.keys(WRITTEN_OUT).join("")}]`, "g");

/**
 * The text as folded words between single spaces, with a space before and after: " apres le travail ".
 *
 * So "holds these words in a row" is "contains this string", for a program and for a database alike.
 * @returns " " for a text without words
 */
export function fold(text: string): string {
  return (
    foldLatin(text) ??
    ` ${foldedWords(text)
      .map(({ word }) => `${word} `)
      .join("")}`
  );
}

/** The words of `fold`, in order, each with its place in `text`. Words that were one in the text ("½" → 1, 2) share a place. */
export function foldedWords(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    for (const word of foldWord(match[0])) words.push({ word, start: match.index, end });
  }
  return words;
}

/** Mostly one word; none or several where opening a compatibility form brings signs to light. */
function foldWord(written: string): readonly string[] {
  if (PLAIN_WORD.test(written)) return [written.toLowerCase()];
  // composed again, so that the letters of Korean and Japanese stay whole
  const folded = written
    .normalize("NFKD")
    .replace(DROPPED, "")
    .toLowerCase()
    .replace(TO_WRITE_OUT, (letter) => WRITTEN_OUT[letter] ?? letter)
    .normalize("NFC");
  return folded.match(WORD) ?? [];
}

const LATIN_END = 0x250;
/**
 * What each letter up to U+024F folds to ("" parts words, undefined takes more than a letter to decide): most posts need
 * nothing else, and a table is ten times as fast as patterns.
 */
const LATIN: readonly (string | undefined)[] = Array.from({ length: LATIN_END }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (code === 0xad) return undefined;
  if (letter.search(WORD) < 0) return "";
  const folded = foldWord(letter);
  return folded.length === 1 &&
    letter
      .normalize("NFKD")
      .replace(DROPPED, "")
      .search(/[^\p{L}\p{N}]|[\u02B9-\u02BF]/u) < 0
    ? folded[0]
    : undefined;
});

/** `fold` for texts of Latin letters, digits and usual punctuation; undefined for all others. */
function foldLatin(text: string): string | undefined {
  let folded = " ";
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // U+2010–205E: dashes, quotation marks, ellipsis, bullets
    const letter = code < LATIN_END ? LATIN[code] : code >= 0x2010 && code <= 0x205e ? "" : undefined;
    if (letter === undefined) return undefined;
    if (letter === "" && inWord) folded += " ";
    else if (letter !== "") folded += letter;
    inWord = letter !== "";
  }
  return inWord ? `${folded} ` : folded;
}
