import { foldedWords } from "../index.ts";
import type { Clues } from "./clues.ts";
import { countWords } from "./turns/reword.ts";

/** Why a post is read as it is: `text.slice(start, end)` is what the rule met, as written. */
export interface Because {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** The places of hits in the text itself, in the order of the text. */
export function explain({ read, marked, places, hits }: Clues): readonly Because[] {
  if (hits.length === 0) return [];
  const words = foldedWords(read);
  return hits
    .flatMap(({ name, start, end }) => {
      const [from, to] = [countWords(marked.slice(0, start)), countWords(marked.slice(0, end)) - 1];
      const first = words[places ? (places[from]?.[0] ?? -1) : from];
      const last = words[places ? (places[to]?.[1] ?? -1) : to];
      return first && last && first.start < last.end ? [{ start: first.start, end: last.end, rule: name }] : [];
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}
