import { blankAddresses, fold } from "../index.ts";
import { SEEDS, sketchOf } from "./minHash.ts";

/**
 * Near-copies: reposts, quotes with a word added, one text under several addresses. Posts are merged where they are shown, never
 * deleted.
 *
 * MinHash over the character 5-grams of the folded text finds candidates (Broder, 1997, doi 10.1109/SEQUEN.1997.666900), in 16
 * bands of 4 values (Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", §3.4); the grams themselves then decide.
 */

export const BAND = 4;
const GRAM = 5;
/** Two texts are copies when the grams they share are so large a part of all that either has (Jaccard), … */
const ALIKE = 0.5;
/** … or when the shorter, if it is long enough to say something, stands in the other for so large a part. */
const HELD = 0.9;
const HELD_LENGTH = 40;
/** Letters of a text at least: many people write "merci" or "nice app" without one copying the other. */
export const LEAST_LENGTH = 12;
/** Texts of one band that are compared with one another; in a crowd of more, each is compared with the first of them. */
export const CROWD = 40;

/**
 * The groups of near-copies: places in `texts`, rising, of two or more; sorted by their first. A text is in one group at most,
 * and the copy of a copy is in it too. Addresses, names (@…), case, accents and signs don't count.
 */
export function findNearCopies(texts: readonly string[]): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    const said = whatIsSaid(text);
    if (said.length < LEAST_LENGTH) continue;
    const same = places.get(said);
    if (same) same.push(place);
    else places.set(said, [place]);
  }
  // in order of the alphabet, so that the order of the posts makes no difference
  const distinct = [...places.keys()].toSorted();
  const groups = new Map<number, number[]>();
  for (const [at, root] of unite(distinct).entries()) {
    const group = groups.get(root) ?? [];
    group.push(...(places.get(distinct[at] ?? "") ?? []));
    groups.set(root, group);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => a - b))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** Who is cited and where to read on changes from copy to copy. */
const CHANGING = /\bhttps?\b|[@＠]\S+|^\s*RT\b:?/g;
export const whatIsSaid = (text: string): string => fold(blankAddresses(text).replaceAll(CHANGING, " ")).trim();

/** For each text, the place of the first one of its group. */
function unite(distinct: readonly string[]): readonly number[] {
  const parents = distinct.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  const grams = distinct.map((said) => gramsOf(said));
  for (const crowd of crowdsOf(grams)) {
    for (const [position, at] of crowd.entries()) {
      for (const other of crowd.slice(0, Math.min(position, CROWD))) {
        const [a, b] = [rootOf(other), rootOf(at)];
        if (a !== b && areCopies(grams[at] ?? [], grams[other] ?? [])) parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  return parents.map((_, at) => rootOf(at));
}

/** Texts that agree in all values of a band, for each band and value. */
function crowdsOf(grams: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const crowds = new Map<string, number[]>();
  for (const [at, own] of grams.entries()) {
    const sketch = sketchOf(own);
    for (let from = 0; from < SEEDS; from += BAND) {
      const key = `${from} ${sketch.slice(from, from + BAND).join(" ")}`;
      const crowd = crowds.get(key);
      if (crowd) crowd.push(at);
      else crowds.set(key, [at]);
    }
  }
  return [...crowds.values()].filter((crowd) => crowd.length > 1);
}

/** The 5-grams of a text as numbers, each once, rising. */
export function gramsOf(said: string): readonly number[] {
  const grams = new Set<number>();
  for (let from = 0; from + GRAM <= said.length; from += 1) {
    let hash = 0x811c9dc5;
    for (let at = from; at < from + GRAM; at += 1) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
    grams.add(hash >>> 0);
  }
  return [...grams].toSorted((a, b) => a - b);
}

/** @param a as `gramsOf` gives them, like b */
export function areCopies(a: readonly number[], b: readonly number[]): boolean {
  let shared = 0;
  let [atA, atB] = [0, 0];
  while (atA < a.length && atB < b.length) {
    const difference = (a[atA] ?? 0) - (b[atB] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) atA += 1;
    if (difference >= 0) atB += 1;
  }
  const shorter = Math.min(a.length, b.length);
  return shared >= ALIKE * (a.length + b.length - shared) || (shorter >= HELD_LENGTH && shared >= HELD * shorter);
}
