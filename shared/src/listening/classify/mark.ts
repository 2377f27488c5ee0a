import { fold } from "../index.ts";
import { shorten } from "./stretched.ts";

/** A sentence ends at these, as do titles and list entries; "2.10" and "18:30" go on. */
const SENTENCE_END = /(?:[!?;…\n]|(?<!\d)[.:]|[.:](?!\d))+/g;

/** What can't be told from the words alone: a mark stands for the sign a sentence ends with. */
type Mark = "." | "!" | "?";

/**
 * The text as folded words between single spaces, with a mark before the first word of each sentence and after the last:
 * "Please! Add it?" → " . please ! add it ? ". It begins and ends with a space. Signs without words around them leave one mark.
 */
export function markSentences(text: string): string {
  let marked = " . ";
  let from = 0;
  const add = (end: number, mark: Mark): void => {
    const folded = shorten(fold(text.slice(from, end)));
    if (folded.length > 1) marked += `${folded.slice(1)}${mark} `;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    add(match.index, match[0].includes("?") ? "?" : match[0].includes("!") ? "!" : ".");
    from = match.index + match[0].length;
  }
  add(text.length, ".");
  return marked;
}
