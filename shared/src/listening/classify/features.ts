import { stem } from "./stem.ts";

/** Hashed features fall into this many buckets; words that share one are rare, and the model learns what they mean together. */
const BUCKET_BITS = 18;
export const BUCKETS: number = 2 ** BUCKET_BITS;

/** Which buckets a text fills, each once, and how much each weighs. */
export interface Features {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Seeds of the kinds of features, so that a word and the same letters within a word are two things. */
const [WORD, PAIR, STEM, STEM_PAIR, LETTERS] = [
  SEED,
  SEED ^ 0x1234567,
  SEED ^ 0x2345678,
  SEED ^ 0x3456789,
  SEED ^ 0x456789a,
];

/** To a bucket: the upper bits of a well-stirred hash (MurmurHash3's finaliser, Appleby 2011). */
function toBucket(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> (32 - BUCKET_BITS);
}

function hashOf(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
}

/** Which buckets the text at hand has filled: those that hold its turn. One table for all texts, since clearing one costs more than reading. */
const filled = new Int32Array(BUCKETS);
let turn = 0;

const SHORTEST = 3;
const LONGEST = 5;

/**
 * Words, pairs of words, their stems and pairs of stems, and 3 to 5 letters in a row across words, hashed (Weinberger et al., "Feature
 * hashing for large scale multitask learning", ICML 2009). Presence counts, not number. Words together weigh as much as letters together,
 * whatever the length of the text.
 * @param marked from `markSentences`
 */
export function readFeatures(marked: string): Features {
  turn += 1;
  if (turn === 0x7fffffff) {
    filled.fill(0);
    turn = 1;
  }
  const found: number[] = [];
  const add = (hash: number): void => {
    const bucket = toBucket(hash);
    if (filled[bucket] === turn) return;
    filled[bucket] = turn;
    found.push(bucket);
  };
  let [before, stemBefore] = [0, 0];
  for (const word of marked.trim().split(" ")) {
    const own = hashOf(word, WORD);
    const short = hashOf(stem(word), STEM);
    add(own);
    add(short);
    add(Math.imul(before, 31) ^ own ^ PAIR);
    add(Math.imul(stemBefore, 31) ^ short ^ STEM_PAIR);
    [before, stemBefore] = [own, short];
  }
  const wordCount = found.length;
  for (let from = 0; from < marked.length; from += 1) {
    let hash = LETTERS;
    const end = Math.min(marked.length, from + LONGEST);
    for (let at = from; at < end; at += 1) {
      hash = Math.imul(hash ^ marked.charCodeAt(at), PRIME);
      if (at - from >= SHORTEST - 1) add(hash);
    }
  }
  const values = new Float32Array(found.length);
  values.fill(1 / Math.sqrt(wordCount), 0, wordCount);
  values.fill(1 / Math.sqrt(found.length - wordCount), wordCount);
  return { buckets: Int32Array.from(found), values };
}
