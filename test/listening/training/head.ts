import { BUCKETS, type PackedHead, type PackedModel } from "@palabre/shared/listening/classify";

/** A post as the models see it. */
export interface Example {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  readonly signals: Float32Array;
}

/** What one question learnt: a sum over what a post holds. */
export interface Head {
  readonly weights: Float64Array;
  readonly signals: Float64Array;
  readonly bias: number;
}

/** The log odds of yes. */
export function applyHead(head: Head, { buckets, values, signals }: Example): number {
  let sum = head.bias;
  for (let at = 0; at < buckets.length; at += 1) sum += (head.weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  for (let at = 0; at < signals.length; at += 1) sum += (head.signals[at] ?? 0) * (signals[at] ?? 0);
  return sum;
}

/**
 * Only the `kept` buckets that matter most to any of these heads: weight by the root of how many examples fill it. What is left is
 * rounded to bytes as it ships, so that what is measured is what ships.
 */
export function prune(heads: readonly Head[], examples: readonly Example[], kept: number): readonly Head[] {
  const filled = new Float64Array(BUCKETS);
  for (const { buckets } of examples) for (const bucket of buckets) filled[bucket] = (filled[bucket] ?? 0) + 1;
  const matters = filled.map((count, bucket) => {
    const most = Math.max(...heads.map(({ weights }) => Math.abs(weights[bucket] ?? 0)));
    return most * Math.sqrt(count);
  });
  const least = matters.toSorted((a, b) => b - a)[kept] ?? 0;
  return heads.map(({ weights, signals, bias }) => {
    const held = weights.map((weight, bucket) => ((matters[bucket] ?? 0) > least ? weight : 0));
    const scale = scaleOf(held);
    return { weights: held.map((weight) => (toByte(weight, scale) * scale) / 127), signals, bias };
  });
}

const scaleOf = (weights: Float64Array): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
const toByte = (weight: number, scale: number): number => (scale === 0 ? 0 : Math.round((weight * 127) / scale));
const rounded = (value: number): number => Number(value.toPrecision(6));

/** Heads as they ship. */
export function pack(heads: readonly Head[]): PackedModel {
  const scales = heads.map(({ weights }) => scaleOf(weights));
  const bitmap = new Uint8Array(BUCKETS / 8);
  const bytes: number[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const row = heads.map(({ weights }, at) => toByte(weights[bucket] ?? 0, scales[at] ?? 0));
    if (row.every((byte) => byte === 0)) continue;
    bitmap[bucket >> 3] = (bitmap[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    bytes.push(...row);
  }
  const packed = Buffer.concat([bitmap, Uint8Array.from(bytes, (byte) => byte & 0xff)]).toString("base64");
  return {
    heads: heads.map(({ signals, bias }, at): PackedHead => ({
      scale: rounded(scales[at] ?? 0),
      signals: [...signals].map(rounded),
      bias: rounded(bias),
    })),
    packed,
  };
}
