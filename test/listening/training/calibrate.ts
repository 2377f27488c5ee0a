import type { Calibration } from "@palabre/shared/listening/classify";

/** A post that its head had not learnt from. */
export interface Unseen {
  readonly logit: number;
  readonly stars: number | undefined;
  readonly isYes: boolean;
}

const STEPS = 400;
const RATE = 1;
const STAR_KINDS = 5;

/**
 * Platt's scaling (1999), with what stars add where they are given: logistic regression on the log odds, by plain gradient steps. Then
 * the threshold at which F1 is best, in steps of 0.05.
 */
export function fitCalibration(posts: readonly Unseen[], withStars: boolean): Calibration {
  let [slope, offset] = [1, 0];
  const stars = new Float64Array(STAR_KINDS);
  const placeOf = ({ stars: given = 0 }: Unseen): number => Math.round(given) - 1;
  for (let step = 0; step < STEPS; step += 1) {
    let [bySlope, byOffset] = [0, 0];
    const byStars = new Float64Array(STAR_KINDS);
    for (const post of posts) {
      const place = placeOf(post);
      const sum = slope * post.logit + offset + (withStars ? (stars[place] ?? 0) : 0);
      const off = (post.isYes ? 1 : 0) - 1 / (1 + Math.exp(-sum));
      bySlope += off * post.logit;
      byOffset += off;
      if (withStars) byStars[place] = (byStars[place] ?? 0) + off;
    }
    slope += (RATE * bySlope) / posts.length;
    offset += (RATE * byOffset) / posts.length;
    for (let place = 0; place < STAR_KINDS; place += 1) {
      stars[place] = (stars[place] ?? 0) + (4 * RATE * (byStars[place] ?? 0)) / posts.length;
    }
  }
  const round = (value: number): number => Number(value.toFixed(4));
  const fitted = { slope: round(slope), offset: round(offset), stars: withStars ? [...stars].map(round) : [] };
  const sums = posts.map((post) => fitted.slope * post.logit + fitted.offset + (fitted.stars[placeOf(post)] ?? 0));
  return { ...fitted, threshold: bestThreshold(sums, posts) };
}

function bestThreshold(sums: readonly number[], posts: readonly Unseen[]): number {
  let [best, at] = [-1, 0];
  for (let step = -40; step <= 20; step += 1) {
    const threshold = step / 20;
    let [hits, misses] = [0, 0];
    for (const [place, sum] of sums.entries()) {
      const [said, so] = [sum >= threshold, posts[place]?.isYes === true];
      if (said && so) hits += 1;
      else if (said !== so) misses += 1;
    }
    const f1 = (2 * hits) / Math.max(1, 2 * hits + misses);
    if (f1 > best) [best, at] = [f1, threshold];
  }
  return at;
}

/** Least squares of y on x, z and 1. */
export function fitPlane(
  rows: readonly (readonly [x: number, z: number, y: number])[],
): readonly [number, number, number] {
  const m = Array.from({ length: 3 }, () => new Float64Array(4));
  for (const [x, z, y] of rows) {
    const v = [x, z, 1];
    for (let i = 0; i < 3; i += 1) {
      const line = m[i];
      if (!line) continue;
      for (let j = 0; j < 3; j += 1) line[j] = (line[j] ?? 0) + (v[i] ?? 0) * (v[j] ?? 0);
      line[3] = (line[3] ?? 0) + (v[i] ?? 0) * y;
    }
  }
  for (let i = 0; i < 3; i += 1) {
    const pivot = m[i]?.[i] ?? 1;
    for (let k = 0; k < 3; k += 1) {
      const [from, to] = [m[i], m[k]];
      if (k === i || !from || !to) continue;
      const factor = (to[i] ?? 0) / pivot;
      for (let j = 0; j < 4; j += 1) to[j] = (to[j] ?? 0) - factor * (from[j] ?? 0);
    }
  }
  const solve = (i: number): number => Number(((m[i]?.[3] ?? 0) / (m[i]?.[i] ?? 1)).toFixed(4));
  return [solve(0), solve(1), solve(2)];
}
