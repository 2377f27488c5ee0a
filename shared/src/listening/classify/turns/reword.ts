import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import type { Turn } from "./turn.ts";

/** A marked text with turns of phrase in plain words. */
export interface Reworded {
  readonly marked: string;
  /** for each word of it the first and the last word, counted without marks, of what was written */
  readonly places: readonly (readonly [number, number])[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

const compile = (turns: readonly Turn[]): readonly (readonly [RegExp, string])[] =>
  turns.map(({ phrase, notAfter, notBefore, notBeforeAny, says }) => {
    const written = [
      notAfter === undefined ? "" : `(?<! (?:${notAfter}) (?:[^ .!?]+ )*)`,
      `(?<= )(?:${phrase.replaceAll("~", "[^ .!?]+")})(?= )`,
      notBefore === undefined ? "" : `(?! (?:${notBefore}))`,
      notBeforeAny === undefined ? "" : `(?! (?:[^ .!?]+ )*(?:${notBeforeAny}) )`,
    ];
    return [new RegExp(written.join(""), "g"), says];
  });

const TURNS = { en: compile(ENGLISH), fr: compile(FRENCH) };
const BOTH = [...TURNS.fr, ...TURNS.en];

/**
 * Says in plain words what a post says by a negation or a fixed turn: "aucun problème" is no problem, "couldn't be better" no wish,
 * and "merci pour rien" no thanks. Words that were learnt, rules and feelings then meet what is meant.
 * @param marked   from `markSentences`
 * @param language a tag; turns of both languages are tried where it is neither French nor English
 * @returns undefined where no turn is met
 */
export function reword(marked: string, language: string): Reworded | undefined {
  const found = findTurns(marked, language);
  if (found.length === 0) return undefined;
  const places: (readonly [number, number])[] = [];
  let [said, from, word] = ["", 0, 0];
  const keep = (piece: string): void => {
    said += piece;
    for (let left = countWords(piece); left > 0; left -= 1) {
      places.push([word, word]);
      word += 1;
    }
  };
  for (const { start, end, says } of found) {
    keep(marked.slice(from, start));
    said += says;
    const last = word + countWords(marked.slice(start, end)) - 1;
    for (let left = countWords(says); left > 0; left -= 1) places.push([word, last]);
    [word, from] = [last + 1, end];
  }
  keep(marked.slice(from));
  return { marked: said, places };
}

/** In the order of the text; of two that share words, the one that begins first, and of those the one that is listed first. */
function findTurns(marked: string, language: string): readonly Found[] {
  const spoken = language.slice(0, 2);
  const turns = spoken === "fr" || spoken === "en" ? TURNS[spoken] : BOTH;
  const all = turns.flatMap(([pattern, says]) =>
    [...marked.matchAll(pattern)].map(({ index, 0: met }): Found => ({ start: index, end: index + met.length, says })),
  );
  let end = 0;
  return all
    .toSorted((a, b) => a.start - b.start)
    .filter((turn) => {
      if (turn.start < end) return false;
      ({ end } = turn);
      return true;
    });
}

/** The words of a piece of a marked text, without its marks. */
export const countWords = (marked: string): number => marked.match(/[^ .!?]+/g)?.length ?? 0;
