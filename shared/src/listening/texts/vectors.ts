import { BACKGROUND, BACKGROUND_POSTS } from "./background.generated.ts";

/** Weights of terms, of length 1 (or empty). */
export type Vector = ReadonlyMap<string, number>;

/** A concept tells more of what a post is about than a word alone does. */
const CONCEPT_WEIGHT = 1.5;

/**
 * TF-IDF among posts (Salton & Buckley, 1988, doi 10.1016/0306-4573(88)90021-0), length 1: a term weighs more the rarer it is among
 * these posts and those the background was learnt from. What stands in one post only groups nothing and is left out.
 * @param common terms that are left out too, see `findBoilerplate`
 * @returns what weighs the terms of a post, of these or of later ones
 */
export function learnWeights(
  posts: readonly (readonly string[])[],
  common: ReadonlySet<string> = new Set(),
): (terms: readonly string[]) => Vector {
  const spread = new Map<string, number>();
  for (const terms of posts) for (const term of new Set(terms)) spread.set(term, (spread.get(term) ?? 0) + 1);
  for (const [term, count] of spread) if (count === 1 || common.has(term)) spread.delete(term);
  return weighBy(spread, posts.length);
}

/** Apart, so that the posts are not kept by what weighs. */
function weighBy(spread: ReadonlyMap<string, number>, posts: number): (terms: readonly string[]) => Vector {
  // the own posts of a large board tell more than the background does
  const share = BACKGROUND_POSTS / (BACKGROUND_POSTS + posts);
  const rarity = (term: string): number => {
    const background = (BACKGROUND.get(term) ?? 0.5) / BACKGROUND_POSTS;
    const own = (spread.get(term) ?? 0) / posts;
    return -Math.log(Math.min(1, share * background + (1 - share) * own));
  };
  return (terms) => {
    const counts = new Map<string, number>();
    for (const term of terms) if (spread.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights = new Map<string, number>();
    for (const [term, count] of counts) {
      weights.set(term, (1 + Math.log(count)) * rarity(term) * (term.startsWith("#") ? CONCEPT_WEIGHT : 1));
    }
    const length = Math.hypot(...weights.values());
    if (length === 0) return new Map();
    for (const [term, weight] of weights) weights.set(term, weight / length);
    return weights;
  };
}
