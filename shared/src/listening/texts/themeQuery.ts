import { blankManners, fold, STOP_WORDS } from "../index.ts";

/** Terms of a query at most: a person must take it in at a glance. */
const MOST_TERMS = 6;
/** Part of a theme's posts that a term must add to those found already, and of all the posts it finds that must be the theme's. */
const [LEAST_ADDED, LEAST_TRUE] = [0.06, 0.25];
/** From so many letters on, a word may end in any way: plurals are found. */
const OPEN_FROM = 5;
const ALL_STOPS: ReadonlySet<string> = new Set([...STOP_WORDS.fr, ...STOP_WORDS.en]);

/**
 * Queries that find the posts of themes again: for each, the words that are in many of its posts and in few of the others, one
 * after the other as long as they find more. In whatever languages the posts are written.
 * @param texts  of all posts
 * @param themes places in `texts`
 */
export function proposeThemeQueries(
  texts: readonly string[],
  themes: readonly (readonly number[])[],
): readonly string[] {
  const written = texts.map((text) => wordsOf(text));
  const vocabulary = new Set(written.flatMap((own) => [...own]));
  const words = written.map((own) => new Set([...own].map((word) => singularOf(word, vocabulary))));
  const spread = new Map<string, number>();
  for (const own of words) for (const word of own) spread.set(word, (spread.get(word) ?? 0) + 1);
  return themes.map((theme) => {
    const left = new Set(theme);
    const terms: string[] = [];
    while (terms.length < MOST_TERMS && left.size > 0) {
      const best = bestTerm(theme, left, words, spread);
      if (best === undefined) break;
      terms.push(best.length >= OPEN_FROM ? `${best}*` : best);
      for (const at of left) if (words[at]?.has(best) === true) left.delete(at);
    }
    return terms.join(", ");
  });
}

function bestTerm(
  theme: readonly number[],
  left: ReadonlySet<number>,
  words: readonly ReadonlySet<string>[],
  spread: ReadonlyMap<string, number>,
): string | undefined {
  const inTheme = new Map<string, number>();
  const added = new Map<string, number>();
  for (const at of theme) {
    for (const word of words[at] ?? []) {
      inTheme.set(word, (inTheme.get(word) ?? 0) + 1);
      if (left.has(at)) added.set(word, (added.get(word) ?? 0) + 1);
    }
  }
  let best: string | undefined;
  let most = 0;
  for (const [word, finds] of added) {
    const all = spread.get(word) ?? finds;
    const share = (inTheme.get(word) ?? 0) / all;
    if (finds < Math.max(2, LEAST_ADDED * theme.length) || share < LEAST_TRUE) continue;
    const worth = finds * share;
    if (worth > most || (worth === most && word < (best ?? ""))) [best, most] = [word, worth];
  }
  return best;
}

/** A plural counts as its singular, where that is written too: an open term finds both. */
const singularOf = (word: string, vocabulary: ReadonlySet<string>): string => {
  const singular = word.slice(0, -1);
  return word.endsWith("s") && singular.length >= OPEN_FROM && vocabulary.has(singular) ? singular : word;
};

/** The folded words of a text that may name something, which web addresses never do. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of fold(blankManners(text)).trim().split(" ")) {
    if (word.length < 3 || ALL_STOPS.has(word) || /^\d+$/.test(word)) continue;
    words.add(word);
  }
  return words;
}
