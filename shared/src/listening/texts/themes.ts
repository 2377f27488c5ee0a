import { findBoilerplate } from "./boilerplate.ts";
import { linkByAverage } from "./linkage.ts";
import { themeTermsOf, type ThemeTerm } from "./themeTerms.ts";
import { learnWeights, type Vector } from "./vectors.ts";

/** A post whose theme is looked for. */
export interface ThemePost {
  readonly id: string;
  readonly text: string;
  /** a tag such as "fr"; undefined where it is not known */
  readonly language: string | undefined;
}

/** Posts that speak of the same thing. */
export interface Theme {
  /** ids of two posts or more, in the order in which the posts were given */
  readonly posts: readonly string[];
  /** its first three words, "sommeil · sieste · nuit" */
  readonly name: string;
  /** up to six words as people wrote them, the most telling first */
  readonly keyphrases: readonly string[];
}

/** Two themes that may be one: for a person to decide. */
export interface UnsureMerge {
  /** places in `themes`, rising */
  readonly themes: readonly [number, number];
  /** the mean cosine between their posts */
  readonly likeness: number;
}

export interface Themes {
  /** the largest first */
  readonly themes: readonly Theme[];
  /** ids of posts that are in no theme, in the order given */
  readonly others: readonly string[];
  /** at most twenty, the most alike first */
  readonly unsure: readonly UnsureMerge[];
  /** for posts that come later */
  readonly join: JoinTheme;
}

/** The place in `themes` of what a text speaks of; undefined where it is like none of them. Keeps no post alive. */
export type JoinTheme = (text: string, language: string | undefined) => number | undefined;

export interface ThemeOptions {
  /** the mean cosine that two groups must have to become one, 0 to 1; by itself, from 0.16 for few to 0.045 for thousands */
  readonly least?: number;
}

/**
 * The more posts, the broader their themes, so that they stay few enough to be read: for 200 posts the middle of these, less for
 * more, by the root of their number.
 */
const LEAST = { few: 0.16, at200: 0.14, many: 0.045 };
const leastFor = (posts: number): number =>
  Math.min(LEAST.few, Math.max(LEAST.many, LEAST.at200 * Math.sqrt(200 / Math.max(1, posts))));
/** So many posts are linked with one another; of more, the others join the theme they are most like. */
const LINKED = 2_000;
/** Themes are suggested as one from this part of `least` on. */
const UNSURE = 0.6;
const SUGGESTED = 20;
const KEYPHRASES = 6;
const NAMED_BY = 3;
/** What contractions leave behind, which names nothing. */
const NAMES_NOTHING = new Set(
  "doesn isn didn wasn aren couldn wouldn won dont doesnt cant wont didnt ve im".split(" "),
);

/**
 * The themes of posts in French and English, one for both languages where the words allow; posts of other languages come together
 * by words they share. The order of the posts changes nothing but the order in the answer.
 */
export function findThemes(posts: readonly ThemePost[], options: ThemeOptions = {}): Themes {
  const { least = leastFor(posts.length) } = options;
  const order = posts
    .map((_, at) => at)
    .toSorted((a, b) => compare(posts[a]?.text, posts[b]?.text) || compare(posts[a]?.id, posts[b]?.id));
  const terms = order.map((at) => themeTermsOf(posts[at]?.text ?? "", posts[at]?.language));
  const words = terms.map(termsOf);
  const weigh = learnWeights(
    words,
    findBoilerplate(
      terms,
      order.map((at) => posts[at]?.language),
    ),
  );
  const vectors = words.map((own) => weigh(own));
  const groups = groupVectors(vectors, least).map((group) => ({
    group,
    sum: sumOf(group.map((at) => vectors[at] ?? new Map())),
  }));
  const found = groups
    .filter(({ group }) => group.length > 1)
    .toSorted((a, b) => b.group.length - a.group.length || (a.group[0] ?? 0) - (b.group[0] ?? 0));
  const inOrder = (group: readonly number[]): readonly string[] =>
    group
      .map((at) => order[at] ?? 0)
      .toSorted((a, b) => a - b)
      .map((at) => posts[at]?.id ?? "");
  return {
    themes: found.map(({ group, sum }) => {
      const keyphrases = wordsOf(
        sum,
        group.flatMap((at) => terms[at] ?? []),
      );
      return { posts: inOrder(group), name: keyphrases.slice(0, NAMED_BY).join(" · "), keyphrases };
    }),
    others: inOrder(groups.flatMap(({ group }) => (group.length > 1 ? [] : group))),
    unsure: suggest(found, least),
    join: joinBy(weigh, indexOf(found.map(({ group, sum }) => scale(sum, 1 / group.length))), least),
  };
}

const termsOf = (words: readonly ThemeTerm[]): readonly string[] => words.map(({ term }) => term);

const joinBy =
  (weigh: (terms: readonly string[]) => Vector, index: Index, least: number): JoinTheme =>
  (text, language) => {
    const [nearest, likeness] = nearestTo(weigh(termsOf(themeTermsOf(text, language))), index);
    return likeness >= least ? nearest : undefined;
  };

const compare = (a: string = "", b: string = ""): number => (a < b ? -1 : a > b ? 1 : 0);

/** Groups of places, each place in one. */
function groupVectors(vectors: readonly Vector[], least: number): readonly (readonly number[])[] {
  // evenly spread over the alphabet of the posts
  const step = Math.max(1, vectors.length / LINKED);
  const linked = [
    ...new Set(Array.from({ length: Math.min(LINKED, vectors.length) }, (_, at) => Math.floor(at * step))),
  ];
  const heads = linkByAverage(
    linked.map((at) => vectors[at] ?? new Map()),
    least,
  );
  const groups = new Map<number, number[]>();
  for (const [at, head] of heads.entries()) groups.set(head, [...(groups.get(head) ?? []), linked[at] ?? 0]);
  const clusters = [...groups.values()];
  if (linked.length === vectors.length) return clusters;
  const index = indexOf(
    clusters.map((group) => scale(sumOf(group.map((at) => vectors[at] ?? new Map())), 1 / group.length)),
  );
  const joined = clusters.map((group) => [...group]);
  const isLinked = new Set(linked);
  for (const [at, vector] of vectors.entries()) {
    if (isLinked.has(at)) continue;
    const [nearest, likeness] = nearestTo(vector, index);
    if (nearest !== undefined && likeness >= least) joined[nearest]?.push(at);
    else joined.push([at]);
  }
  return joined;
}

type Index = ReadonlyMap<string, readonly (readonly [number, number])[]>;

function indexOf(vectors: readonly Vector[]): Index {
  const index = new Map<string, (readonly [number, number])[]>();
  for (const [at, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const holders = index.get(term);
      if (holders) holders.push([at, weight]);
      else index.set(term, [[at, weight]]);
    }
  }
  return index;
}

function nearestTo(vector: Vector, index: Index): readonly [number | undefined, number] {
  const likeness = new Map<number, number>();
  for (const [term, weight] of vector) {
    for (const [at, other] of index.get(term) ?? []) likeness.set(at, (likeness.get(at) ?? 0) + weight * other);
  }
  let best: readonly [number | undefined, number] = [undefined, 0];
  for (const [at, value] of likeness) {
    if (value > best[1] || (value === best[1] && at < (best[0] ?? at))) best = [at, value];
  }
  return best;
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return sum;
}
const scale = (vector: Vector, by: number): Vector => new Map([...vector].map(([term, weight]) => [term, weight * by]));

/** The heaviest terms of a theme, each as it is written most often. */
function wordsOf(sum: Vector, terms: readonly ThemeTerm[]): readonly string[] {
  const written = new Map<string, Map<string, number>>();
  for (const word of terms) {
    const ways = written.get(word.term) ?? new Map<string, number>();
    ways.set(word.written, (ways.get(word.written) ?? 0) + 1);
    written.set(word.term, ways);
  }
  return [...sum]
    .toSorted(([a, x], [b, y]) => y - x || compare(a, b))
    .map(([term, weight]) => [term, NAMES_NOTHING.has(term) ? 0 : weight] as const)
    .slice(0, KEYPHRASES)
    .flatMap(
      ([term]) => [...(written.get(term) ?? [])].toSorted(([a, x], [b, y]) => y - x || compare(a, b))[0]?.[0] ?? [],
    );
}

function suggest(
  themes: readonly { readonly group: readonly number[]; readonly sum: Vector }[],
  least: number,
): readonly UnsureMerge[] {
  const means = themes.map(({ group, sum }) => scale(sum, 1 / group.length));
  const index = indexOf(means);
  const unsure: UnsureMerge[] = [];
  for (const [at, mean] of means.entries()) {
    const likeness = new Map<number, number>();
    for (const [term, weight] of mean) {
      for (const [other, value] of index.get(term) ?? []) {
        if (other > at) likeness.set(other, (likeness.get(other) ?? 0) + weight * value);
      }
    }
    for (const [other, value] of likeness)
      if (value >= least * UNSURE) unsure.push({ themes: [at, other], likeness: value });
  }
  return unsure
    .toSorted((a, b) => b.likeness - a.likeness || a.themes[0] - b.themes[0] || a.themes[1] - b.themes[1])
    .slice(0, SUGGESTED);
}
