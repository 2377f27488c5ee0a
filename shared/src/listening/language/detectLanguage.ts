import { eld } from "eld/medium";
import { COMMON_WORDS, LANGUAGES } from "./commonWords.ts";

/** What a text is written in. */
export interface DetectedLanguage {
  /** ISO 639-1 ("fr"); undefined where a text has no letters and its source tells nothing */
  readonly language: string | undefined;
  /** 0 to 1 */
  readonly probability: number;
}

/** How often each language is written in a source: shares of 1, by ISO 639-1. */
export type LanguagePrior = ReadonlyMap<string, number>;

/** Texts under so many characters say little by themselves. */
const SHORT = 25;
/** Of a text a detector needs no more. */
const READ_LENGTH = 1_000;
/** What a source would have to be for nothing to be known of it: mostly French or English, seldom beyond the seven. */
const USUAL: LanguagePrior = new Map(LANGUAGES.map((code) => [code, code === "fr" || code === "en" ? 0.25 : 0.08]));
const RARE = 0.002;
/** How much one step of the detector's score for a run of letters tells, in logarithms of odds, … */
const GRAM_WEIGHT = 0.02;
/** … and a common word, … */
const WORD_WEIGHT = 2;
/** … and letters or elisions that only French uses of the seven. */
const SIGN_WEIGHT = 1;

const NOT_LANGUAGE = /https?:?\S*|\bwww\.\S+|@\S+|#/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const STRETCHED = /(\p{L})\1{2,}/gu;
const FRENCH_SIGNS = /[œçèêâîôûùë]|\b[ldjcnsmtq]'(?=\p{L}{2})/u;

/**
 * The language of a text: runs of letters as `eld` knows them (60 languages), common words of the seven, and how often each
 * language is written where the text comes from.
 * @param text  any; addresses and names (@…) don't count
 * @param prior of its source, as `learnPrior` gives it; without one, what is usual
 */
export function detectLanguage(text: string, prior: LanguagePrior = USUAL): DetectedLanguage {
  const read = text
    .slice(0, READ_LENGTH)
    // letters of mathematics ("𝗯𝗼𝗻"), accents apart from their letter and invisible signs are letters written otherwise
    .normalize("NFKC")
    .replaceAll(INVISIBLE, "")
    .toLowerCase()
    .replaceAll(/[’`´]/g, "'")
    .replaceAll(NOT_LANGUAGE, " ")
    .replaceAll(STRETCHED, "$1$1");
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return prior === USUAL ? { language: undefined, probability: 0 } : pick(new Map(), prior);
  const evidence = new Map<string, number>(LANGUAGES.map((code) => [code, 0]));
  const add = (code: string, weight: number): void => void evidence.set(code, (evidence.get(code) ?? 0) + weight);
  for (const [code, score] of Object.entries(eld.detect(read).getScores())) {
    // the detector says x / (x + 25), where x is the mean over its runs of letters, about one for three letters
    const bounded = Math.min(0.95, score);
    add(code, GRAM_WEIGHT * ((25 * bounded) / (1 - bounded)) * Math.max(1, letters / 3));
  }
  for (const [word] of read.matchAll(/[\p{L}']+/gu)) {
    const codes = COMMON_WORDS.get(word) ?? [];
    for (const code of codes) add(code, WORD_WEIGHT / codes.length);
  }
  if (FRENCH_SIGNS.test(read)) add("fr", SIGN_WEIGHT);
  return pick(evidence, prior);
}

function pick(evidence: ReadonlyMap<string, number>, prior: LanguagePrior): DetectedLanguage {
  const scores = [...new Set([...evidence.keys(), ...prior.keys()])].map((code) => ({
    code,
    score: (evidence.get(code) ?? 0) + Math.log(Math.max(prior.get(code) ?? 0, RARE)),
  }));
  const best = scores.toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))[0];
  if (!best) return { language: undefined, probability: 0 };
  const all = scores.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return { language: best.code, probability: 1 / all };
}

/**
 * How often each language is written in a source, from those of its texts that are long enough to tell. Ten texts of what is
 * usual are added, so that the first posts of a source don't decide.
 */
export function learnPrior(texts: readonly string[]): LanguagePrior {
  const counts = new Map([...USUAL].map(([code, share]) => [code, 10 * share]));
  for (const text of texts) {
    if (text.length < SHORT) continue;
    const { language, probability } = detectLanguage(text);
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + probability);
  }
  const sum = [...counts.values()].reduce((all, count) => all + count, 0);
  return new Map([...counts].map(([code, count]) => [code, count / sum]));
}
