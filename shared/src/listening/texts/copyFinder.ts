import { SEEDS, sketchOf } from "./minHash.ts";
import { areCopies, BAND, CROWD, gramsOf, LEAST_LENGTH, whatIsSaid } from "./nearCopies.ts";

/** Finds near-copies among texts that come one after the other, as `findNearCopies` does among texts that are all there. */
export interface CopyFinder {
  /**
   * Looks for a text that this one nearly repeats, and keeps it for those to come. What was kept under the same id says this by now.
   * @returns the id of the first of its group; undefined where it is the first
   */
  add(id: string, text: string): string | undefined;
}

interface Kept {
  readonly id: string;
  readonly said: string;
  readonly keys: readonly number[];
}

/**
 * @param most texts that are kept: a text is no copy of one that came so many texts before it. Texts that repeat another are
 * not kept, so these are many more posts
 */
export function createCopyFinder(most: number): CopyFinder {
  const exact = new Map<string, Kept>();
  const bands = new Map<number, Kept[]>();
  /** by id, the oldest first */
  const kept = new Map<string, Kept>();

  const forget = (gone: Kept): void => {
    kept.delete(gone.id);
    exact.delete(gone.said);
    for (const key of gone.keys) {
      const crowd = bands.get(key)?.filter((other) => other !== gone) ?? [];
      if (crowd.length === 0) bands.delete(key);
      else bands.set(key, crowd);
    }
  };

  return {
    add: (id, text) => {
      const said = whatIsSaid(text);
      const before = kept.get(id);
      if (before && before.said !== said) forget(before);
      if (said.length < LEAST_LENGTH) return undefined;
      const same = exact.get(said);
      if (same !== undefined) return same.id;
      const grams = gramsOf(said);
      const keys = keysOf(grams);
      const asked = new Set<string>();
      for (const key of keys) {
        for (const other of bands.get(key) ?? []) {
          if (asked.has(other.id)) continue;
          asked.add(other.id);
          if (areCopies(grams, gramsOf(other.said))) return other.id;
        }
      }
      const added: Kept = { id, said, keys };
      exact.set(said, added);
      for (const key of keys) {
        const crowd = bands.get(key);
        if (!crowd) bands.set(key, [added]);
        else if (crowd.length < CROWD) crowd.push(added);
      }
      kept.set(id, added);
      const [oldest] = kept.values();
      if (kept.size > most && oldest) forget(oldest);
      return undefined;
    },
  };
}

/** A number a band of the sketch: equal where all its values are, and but for one chance in 2^48 only there. */
function keysOf(grams: readonly number[]): readonly number[] {
  const sketch = sketchOf(grams);
  const keys: number[] = [];
  for (let from = 0; from < SEEDS; from += BAND) {
    let [high, low] = [from + 1, 0x811c9dc5];
    for (let at = from; at < from + BAND; at += 1) {
      const value = sketch[at] ?? 0;
      low = Math.imul(low ^ value, 0x01000193) ^ (value >>> 15);
      high = Math.imul(high ^ value ^ (low >>> 7), 0x85ebca6b) ^ (value >>> 13);
    }
    keys.push((low >>> 0) + (high & 0xffff) * 2 ** 32);
  }
  return keys;
}
