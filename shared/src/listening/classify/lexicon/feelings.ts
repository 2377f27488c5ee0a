import { stem } from "../stem.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { ITALIAN } from "./italian.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";
import type { WordList } from "./wordList.ts";

interface Feelings {
  /** by whole word and by stem */
  readonly values: ReadonlyMap<string, number>;
  readonly stemOf: (word: string) => string;
  readonly negations: ReadonlySet<string>;
  readonly stronger: ReadonlySet<string>;
  readonly weaker: ReadonlySet<string>;
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Whole words go before stems; of two lists, the later one has its say. */
function gather(lists: readonly WordList[], stemOf: (word: string) => string): Feelings {
  const values = new Map<string, number>();
  for (const { feelings } of lists) {
    const entries = Object.entries(feelings).flatMap(([value, written]) =>
      words(written).map((word): [string, number] => [word, Number(value)]),
    );
    for (const [word, value] of entries) values.set(word, value);
    for (const [word, value] of entries) {
      const short = stemOf(word);
      if (!values.has(short)) values.set(short, value);
    }
  }
  const all = (of: "negations" | "stronger" | "weaker"): ReadonlySet<string> =>
    new Set(lists.flatMap((list) => words(list[of])));
  return { values, stemOf, negations: all("negations"), stronger: all("stronger"), weaker: all("weaker") };
}

/** Gender and number: "preciosas" → "precios". */
const romanceStem = (word: string): string => (word.length > 4 ? word.replace(/(?:[aeo]s?|i)$/, "") : word);
/** Cases: "schlechten" → "schlecht". */
const germanStem = (word: string): string => (word.length > 4 ? word.replace(/(?:e[nrsm]?)$/, "") : word);

const LANGUAGES: Readonly<Record<string, Feelings>> = {
  en: gather([ENGLISH], stem),
  fr: gather([FRENCH], stem),
  es: gather([SPANISH], romanceStem),
  it: gather([ITALIAN], romanceStem),
  pt: gather([PORTUGUESE], romanceStem),
  de: gather([GERMAN], germanStem),
};
/** Of texts in an unknown language. */
const BOTH = gather([ENGLISH, FRENCH], stem);
const TURNS = new Set("but however although mais cependant pourtant toutefois pero aber porem".split(" "));

// an emoticon ends where a letter or a digit doesn't go on: "ouvert :(sauf lundi)", ":Dijon", "<3 ans" and "://" hold none
const GLAD =
  /[\u{1F600}-\u{1F60E}\u{1F617}-\u{1F61D}\u{1F642}\u{1F917}\u{1F929}\u{1F970}\u{1F973}\u{1F44D}\u{1F44F}\u{1F389}\u{1F38A}\u{1F64C}\u{1F4AA}\u{1F495}-\u{1F49F}\u{1F499}-\u{1F49C}\u{1F525}\u2764\u2665\u263A\u{1F60D}\u{1F618}]|[:;=]-?(?:\)|D(?![\p{L}\p{N}]))|<3(?![\p{L}\p{N}]|\s?(?:[%€]|(?:ans?|mois|jours?|heures?|minutes?|years?|months?|days?|hours?|km)(?!\p{L})))|\^\^|xD\b/gu;
const SORRY =
  /[\u{1F612}-\u{1F616}\u{1F61E}-\u{1F62D}\u{1F630}\u{1F631}\u{1F633}\u{1F641}\u{1F644}\u{1F92C}\u{1F92E}\u{1F922}\u{1F44E}\u{1F494}\u{1F621}\u{1F620}\u2639]|[:=]['’]?-?[(/](?![\p{L}\p{N}/])/gu;

/** How a text feels by its words: sums of what is positive and what is negative, and where it ends. */
export interface Feeling {
  readonly glad: number;
  readonly sorry: number;
  /** of words that a negation turned round */
  readonly turned: number;
  /** −1 to 1: all together, what follows "but" weighing more; after Hutto & Gilbert, VADER, ICWSM 2014 */
  readonly sum: number;
  /** of the last sentence that feels anything, −4 to 4 */
  readonly last: number;
}

const REACH = 3;
/** VADER's: how much of a feeling a negation leaves, turned round; and what makes sums of any length comparable. */
const NEGATED = -0.74;
const STRENGTH = 0.29;
const NORM = 15;

/** @param marked the text from `markSentences`; @param text as written, for emoji and emoticons */
export function readFeeling(marked: string, text: string, language: string): Feeling {
  const spoken = LANGUAGES[language.slice(0, 2)] ?? BOTH;
  let [glad, sorry, turned, before, after, last] = [0, 0, 0, 0, 0, 0];
  let since = REACH + 1;
  let strength = 0;
  let sentence = 0;
  for (const word of marked.trim().split(" ")) {
    if (word === "." || word === "!" || word === "?") {
      if (sentence !== 0) last = sentence;
      [sentence, since, strength] = [0, REACH + 1, 0];
      continue;
    }
    since += 1;
    if (TURNS.has(word)) {
      before += after;
      after = 0;
    }
    if (spoken.negations.has(word)) since = 0;
    const found = spoken.values.get(word) ?? spoken.values.get(spoken.stemOf(word));
    if (found !== undefined) {
      let value = found + Math.sign(found) * strength;
      if (since > 0 && since <= REACH) {
        value *= NEGATED;
        turned += 1;
      }
      if (value > 0) glad += value;
      else sorry -= value;
      after += value;
      sentence += value;
    }
    strength = spoken.stronger.has(word) ? STRENGTH : spoken.weaker.has(word) ? -STRENGTH : 0;
  }
  const signs = 2 * ((text.match(GLAD)?.length ?? 0) - (text.match(SORRY)?.length ?? 0));
  const all = before === 0 ? after + signs : before * 0.5 + after * 1.5 + signs;
  return {
    glad: glad + Math.max(0, signs),
    sorry: sorry + Math.max(0, -signs),
    turned,
    sum: all / Math.sqrt(all * all + NORM),
    last: Math.max(-4, Math.min(4, last)),
  };
}
