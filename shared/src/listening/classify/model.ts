import { BUCKETS, type Features } from "./features.ts";

/** One question of a model: what makes a sum of its bytes, what the signals add, where it begins. */
export interface PackedHead {
  /** what a weight of 127 stands for */
  readonly scale: number;
  readonly signals: readonly number[];
  readonly bias: number;
}

/**
 * Several questions about one set of buckets. `packed` is base64 of a bitmap of the buckets that count (`BUCKETS` / 8 bytes, lowest bit
 * first), then for each of these in order a signed byte a head.
 */
export interface PackedModel {
  readonly heads: readonly PackedHead[];
  readonly packed: string;
}

/** A model ready to ask: the log odds of each head. */
export type Model = (features: Features, signals: Float32Array) => readonly number[];

/** Unpacks a model; its buckets lie head beside head, so that one look into memory answers all questions. */
export function openModel({ heads, packed }: PackedModel): Model {
  const bytes = fromBase64(packed);
  const count = heads.length;
  const weights = new Int8Array(BUCKETS * count);
  let at = BUCKETS / 8;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    if ((((bytes[bucket >> 3] ?? 0) >> (bucket & 7)) & 1) === 0) continue;
    for (let head = 0; head < count; head += 1) weights[bucket * count + head] = bytes[at + head] ?? 0;
    at += count;
  }
  return ({ buckets, values }, signals) => {
    const sums = count === 3 ? sumThree(weights, buckets, values) : sumAll(weights, count, buckets, values);
    return heads.map((head, place) => {
      let sum = head.bias + ((sums[place] ?? 0) * head.scale) / 127;
      for (let index = 0; index < signals.length; index += 1) sum += (head.signals[index] ?? 0) * (signals[index] ?? 0);
      return sum;
    });
  };
}

const sumAll = (weights: Int8Array, count: number, buckets: Int32Array, values: Float32Array): readonly number[] => {
  const sums = Array.from({ length: count }, () => 0);
  for (let index = 0; index < buckets.length; index += 1) {
    const from = (buckets[index] ?? 0) * count;
    const value = values[index] ?? 0;
    for (let head = 0; head < count; head += 1) sums[head] = (sums[head] ?? 0) + value * (weights[from + head] ?? 0);
  }
  return sums;
};

/** The same for three heads, which most posts are asked twice: sums in variables are three times as fast as sums in an array. */
const sumThree = (weights: Int8Array, buckets: Int32Array, values: Float32Array): readonly number[] => {
  let [first, second, third] = [0, 0, 0];
  for (let index = 0; index < buckets.length; index += 1) {
    const from = (buckets[index] ?? 0) * 3;
    const value = values[index] ?? 0;
    first += value * (weights[from] ?? 0);
    second += value * (weights[from + 1] ?? 0);
    third += value * (weights[from + 2] ?? 0);
  }
  return [first, second, third];
};

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes of a base64 text; `shared` has neither `Buffer` nor `atob`. */
function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let index = 0; index < DIGITS.length; index += 1) values[DIGITS.charCodeAt(index)] = index;
  const length = text.endsWith("==") ? text.length - 2 : text.endsWith("=") ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((length * 6) / 8));
  let [kept, bits, at] = [0, 0, 0];
  for (let index = 0; index < length; index += 1) {
    kept = ((kept << 6) | (values[text.charCodeAt(index)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (kept >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}

/** From log odds to a probability. */
export const toProbability = (logit: number): number => 1 / (1 + Math.exp(-logit));
