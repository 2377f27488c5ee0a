import { fold } from "@palabre/shared/listening";
import type { Post } from "@palabre/shared/terms";
import type { FoundTheme } from "./themeMessages.ts";

/** A title is read at a glance, and says more than a word. */
const [SHORTEST, LONGEST] = [15, 110];

/**
 * A title for a theme's card, in the words of one who expects it: of the sentences that speak of it, the one that holds most of its
 * words and is likeliest to be an expectation; among equals the shorter. Where none fits, the theme's own words.
 */
export function stateOf(
  posts: readonly Post[],
  quote: (text: string) => { readonly start: number; readonly end: number } | undefined,
  theme: Pick<FoundTheme, "name" | "keyphrases">,
): string {
  let best: string | undefined;
  let most = 0;
  for (const { text, heard } of posts) {
    const range = quote(text);
    const sentence = range && text.slice(range.start, range.end).replaceAll(/\s+/g, " ");
    if (sentence === undefined || sentence.length < SHORTEST || sentence.length > LONGEST) continue;
    const folded = fold(sentence);
    const held = theme.keyphrases.filter((word) => folded.includes(fold(word).trimEnd())).length;
    const worth = held + 2 * (heard?.chance ?? 0) - sentence.length / LONGEST;
    if (best === undefined || worth > most) [best, most] = [sentence, worth];
  }
  return best ?? theme.name;
}
