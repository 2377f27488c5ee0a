import { STOP_WORDS } from "../index.ts";
import { ENGLISH } from "./lexicon/english.ts";
import { FRENCH } from "./lexicon/french.ts";

/** A letter three times and more in a row: no word of French or English has that, Roman numerals and "www" apart. */
const STRETCHED = /([a-z])\1{2,}/g;
const HAS_STRETCHED = /([a-z])\1{2,}/;
/** Words that are well known with two of a letter in a row, which "soooo" and "merciii" are without. */
const DOUBLED: ReadonlySet<string> = new Set(
  [ENGLISH, FRENCH]
    .flatMap(({ feelings }) => Object.values(feelings).flatMap((words) => words.trim().split(/\s+/)))
    .concat(...STOP_WORDS.fr, ...STOP_WORDS.en)
    .filter((word) => /([a-z])\1/.test(word)),
);

/** A folded text with words that were stretched as they are said: " trooop long " → " trop long ". Each word stays one. */
export function shorten(folded: string): string {
  if (!HAS_STRETCHED.test(folded)) return folded;
  return folded.replaceAll(/[^ ]+/g, (word) => {
    if (!HAS_STRETCHED.test(word) || /^(?:[ivxlcdm]+|(.)\1+)$/.test(word)) return word;
    const twice = word.replaceAll(STRETCHED, "$1$1");
    return DOUBLED.has(twice) ? twice : word.replaceAll(STRETCHED, "$1");
  });
}
