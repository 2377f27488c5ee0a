import type { ThemeId } from "@palabre/shared/terms";

/** A theme as it is compared: what most of its posts are written in, how many there are, and where it lies among all meanings. */
export interface PlacedTheme {
  readonly id: ThemeId;
  readonly language: string;
  readonly posts: number;
  readonly vector: readonly number[];
}

/** Two themes of two languages are one from here on: below, services of this kind call many things alike that are not. */
const SAME = 0.75;

/**
 * Themes of several languages that speak of one thing: each that goes into another, by its id. The nearest two first; what is joined has
 * one theme a language at most, and goes by its largest. Themes of one language are never joined: the words did that.
 */
export function joinAcrossLanguages(themes: readonly PlacedTheme[]): ReadonlyMap<ThemeId, ThemeId> {
  const pairs = themes
    .flatMap((a, at) => themes.slice(at + 1).map((b) => ({ a, b, likeness: cosine(a.vector, b.vector) })))
    .filter(({ a, b, likeness }) => a.language !== b.language && likeness >= SAME)
    .sort((x, y) => y.likeness - x.likeness);
  const groups = new Map<ThemeId, readonly PlacedTheme[]>(themes.map((theme) => [theme.id, [theme]]));
  for (const { a, b } of pairs) {
    const [left, right] = [groups.get(a.id) ?? [], groups.get(b.id) ?? []];
    const spoken = new Set(left.map(({ language }) => language));
    if (left === right || right.some(({ language }) => spoken.has(language))) continue;
    const joined = [...left, ...right];
    for (const { id } of joined) groups.set(id, joined);
  }
  const into = new Map<ThemeId, ThemeId>();
  for (const group of new Set(groups.values())) {
    const [largest, ...others] = group.toSorted((a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1));
    for (const { id } of largest ? others : []) into.set(id, largest?.id ?? id);
  }
  return into;
}

/** −1 to 1; 0 where one of them is nothing, or they can't be compared. */
function cosine(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return 0;
  let [product, left, right] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    product += value * other;
    left += value * value;
    right += other * other;
  }
  const size = Math.sqrt(left * right);
  return size > 0 ? product / size : 0;
}
