import { createRandom } from "@palabre/shared/analysis/statistics";
import { BUCKETS, SIGNAL_COUNT } from "@palabre/shared/listening/classify";
import type { Example, Head } from "./head.ts";

export interface Settings {
  /** how much a mistake costs against large weights */
  readonly cost: number;
  readonly epochs: number;
  readonly seed: number;
  /** 0: every bucket weighs the same before anything is learnt; 1: as its log ratio says */
  readonly ratioShare: number;
  /** which signals may be learnt from; all where absent */
  readonly uses?: (signal: number) => boolean;
  /** of each example; 1 where absent */
  readonly importance?: readonly number[];
}

/** How much each bucket speaks for yes: the log of its share in either class (Wang & Manning, "Baselines and bigrams", ACL 2012). */
function logRatios(examples: readonly Example[], isYes: readonly boolean[]): Float64Array {
  const yes = new Float64Array(BUCKETS).fill(1);
  const no = new Float64Array(BUCKETS).fill(1);
  for (const [at, { buckets }] of examples.entries()) {
    const side = isYes[at] === true ? yes : no;
    for (const bucket of buckets) side[bucket] = (side[bucket] ?? 0) + 1;
  }
  const sum = (side: Float64Array): number => side.reduce((total, count) => total + count, 0);
  const [allYes, allNo] = [sum(yes), sum(no)];
  return yes.map((count, bucket) => Math.log(count / allYes / ((no[bucket] ?? 1) / allNo)));
}

const BIAS = 1;

/**
 * Logistic regression with L2, in its dual, one example after the other (Yu, Huang & Lin, "Dual coordinate descent methods for logistic
 * regression and maximum entropy models", Machine Learning 85, 2011), on features scaled by their log ratio. The scale is folded into the weights.
 */
export function trainLogistic(examples: readonly Example[], isYes: readonly boolean[], settings: Settings): Head {
  const { epochs, seed, uses = () => true } = settings;
  const scale = logRatios(examples, isYes).map(
    (ratio) => 1 - settings.ratioShare + settings.ratioShare * Math.abs(ratio),
  );
  const mask = Float64Array.from({ length: SIGNAL_COUNT }, (_, at) => (uses(at) ? 1 : 0));
  const rows = examples.map(({ buckets, values, signals }) => ({
    buckets,
    values: values.map((value, at) => value * (scale[buckets[at] ?? 0] ?? 0)),
    signals: signals.map((value, at) => value * (mask[at] ?? 0)),
  }));
  const weights = new Float64Array(BUCKETS);
  const signalWeights = new Float64Array(SIGNAL_COUNT);
  let bias = 0;
  const dot = (row: Example): number => {
    let sum = bias * BIAS;
    for (let at = 0; at < row.buckets.length; at += 1)
      sum += (weights[row.buckets[at] ?? 0] ?? 0) * (row.values[at] ?? 0);
    for (let at = 0; at < SIGNAL_COUNT; at += 1) sum += (signalWeights[at] ?? 0) * (row.signals[at] ?? 0);
    return sum;
  };
  const move = (row: Example, by: number): void => {
    for (let at = 0; at < row.buckets.length; at += 1) {
      const bucket = row.buckets[at] ?? 0;
      weights[bucket] = (weights[bucket] ?? 0) + by * (row.values[at] ?? 0);
    }
    for (let at = 0; at < SIGNAL_COUNT; at += 1)
      signalWeights[at] = (signalWeights[at] ?? 0) + by * (row.signals[at] ?? 0);
    bias += by * BIAS;
  };
  const norms = rows.map((row) => {
    let sum = BIAS * BIAS;
    for (const value of row.values) sum += value * value;
    for (const value of row.signals) sum += value * value;
    return sum;
  });
  const cost = (at: number): number => settings.cost * (settings.importance?.[at] ?? 1);
  const alphas = rows.map((_, at) => {
    const first = Math.min(0.001 * cost(at), 1e-8);
    return [first, cost(at) - first] as [number, number];
  });
  for (const [at, row] of rows.entries()) move(row, (isYes[at] === true ? 1 : -1) * (alphas[at]?.[0] ?? 0));
  const random = createRandom(seed);
  const order = rows.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random.next() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const [row, pair] = [rows[at], alphas[at]];
      if (!row || !pair) continue;
      const [c, a, y] = [cost(at), norms[at] ?? 1, isYes[at] === true ? 1 : -1];
      const b = y * dot(row);
      const flipped = 0.5 * a * (pair[1] - pair[0]) + b < 0;
      const [first, sign] = flipped ? ([1, -1] as const) : ([0, 1] as const);
      const old = pair[first];
      let z = c - old < 0.5 * c ? 0.1 * old : old;
      let slope = a * (z - old) + sign * b + Math.log(z / (c - z));
      for (let step = 0; step < 50 && Math.abs(slope) > 1e-3; step += 1) {
        const next = z - slope / (a + c / (c - z) / z);
        z = next <= 0 ? z * 0.1 : next;
        slope = a * (z - old) + sign * b + Math.log(z / (c - z));
      }
      pair[first] = z;
      pair[flipped ? 0 : 1] = c - z;
      move(row, sign * (z - old) * y);
    }
  }
  return {
    weights: weights.map((weight, at) => weight * (scale[at] ?? 0)),
    signals: signalWeights.map((w, at) => w * (mask[at] ?? 0)),
    bias: bias * BIAS,
  };
}
