import { foldedWords } from "../index.ts";
import type { Hit } from "./rules/findRules.ts";

/** Why a post is read as it is: `text.slice(start, end)` is what the rule met, as written. */
export interface Because {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** The places of hits in the text itself, in the order of the text. */
export function explain(text: string, marked: string, hits: readonly Hit[]): readonly Because[] {
  if (hits.length === 0) return [];
  const words = foldedWords(text);
  return hits
    .flatMap(({ name, start, end }) => {
      const first = words[countWords(marked.slice(0, start))];
      const last = words[countWords(marked.slice(0, end)) - 1];
      return first && last && first.start < last.end ? [{ start: first.start, end: last.end, rule: name }] : [];
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

const countWords = (marked: string): number => marked.match(/[^ .!?]+/g)?.length ?? 0;
