import type { ThemeTerm } from "./themeTerms.ts";

/** Of so many posts of a language on, … */
const CROWD = 20;
/** … what so large a part of them end in, or bear, tells none from the others. */
const COMMON = 0.75;
/** Terms from the end of a post that are looked at. */
const TAIL = 12;

/**
 * Terms that nearly all posts of a language end in at the same place, or bear as a hashtag: how they were found, a signature, the headings of
 * a form, a brand. As rare as they are elsewhere, they would make one theme of all. What all speak of, each in their own words, is none.
 * @param languages of each post
 */
export function findBoilerplate(
  posts: readonly (readonly ThemeTerm[])[],
  languages: readonly (string | undefined)[],
): ReadonlySet<string> {
  const tongues = new Map<string, (readonly ThemeTerm[])[]>();
  for (const [at, terms] of posts.entries()) {
    const tongue = languages[at]?.slice(0, 2) ?? "";
    const own = tongues.get(tongue);
    if (own) own.push(terms);
    else tongues.set(tongue, [terms]);
  }
  const found = new Set<string>();
  for (const own of tongues.values()) {
    if (own.length < CROWD) continue;
    const counts = new Map<string, { readonly term: string; posts: number }>();
    for (const terms of own)
      for (const [key, term] of marksOf(terms)) {
        const count = counts.get(key) ?? { term, posts: 0 };
        count.posts += 1;
        counts.set(key, count);
      }
    for (const { term, posts: n } of counts.values()) if (n > COMMON * own.length) found.add(term);
  }
  return found;
}

/** The terms of a post by what they are taken for: each as the so-manieth from the end, and each hashtag once. */
function marksOf(terms: readonly ThemeTerm[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const [place, { term }] of terms.slice(-TAIL).toReversed().entries()) marks.set(`${place} ${term}`, term);
  for (const { term, isTag } of terms) if (isTag) marks.set(`# ${term}`, term);
  return marks;
}
