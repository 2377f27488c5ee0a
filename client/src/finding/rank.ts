import { fold } from "@palabre/shared/listening";

/**
 * How well a name answers what was typed: every word of it begins a word of the name (best, and better in order and at the beginning), or
 * stands within one. 0: not at all.
 */
function rank(name: string, typed: string): number {
  const asked = fold(typed).trim();
  if (asked === "") return 1;
  const folded = fold(name);
  if (folded.startsWith(` ${asked}`)) return 4;
  if (folded.includes(` ${asked}`)) return 3;
  const words = asked.split(" ");
  if (words.every((word) => folded.includes(` ${word}`))) return 2;
  return words.every((word) => folded.includes(word)) ? 1 : 0;
}

/** The things whose names answer, the best first, equals in the order they came in. */
export const ranked = <Thing extends { readonly label: string }>(
  things: readonly Thing[],
  typed: string,
): readonly Thing[] =>
  things
    .map((thing) => ({ thing, score: rank(thing.label, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
