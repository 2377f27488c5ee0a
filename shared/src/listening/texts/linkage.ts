import type { Vector } from "./vectors.ts";

/**
 * Average linkage (UPGMA; Sokal & Michener, 1958) of vectors of length 1 by their cosine, cut where two clusters are less alike
 * than `least`. By chains of nearest neighbours (Murtagh, 1983, doi 10.1093/comjnl/26.4.354), which is quadratic in time and
 * memory; cosines come from an inverted index.
 * @returns for each vector the place of the first one of its cluster; ties go to the first in order
 */
export function linkByAverage(vectors: readonly Vector[], least: number): readonly number[] {
  const count = vectors.length;
  const cosines = cosinesOf(vectors);
  const sizes = new Float64Array(count).fill(1);
  const heads = vectors.map((_, at) => at);
  const open = new Set(heads);
  const chain: number[] = [];
  while (open.size > 0) {
    const tip = chain.at(-1) ?? open.values().next().value ?? 0;
    if (chain.length === 0) chain.push(tip);
    const before = chain.at(-2);
    let nearest = before;
    let best = before === undefined ? -1 : (cosines[tip * count + before] ?? 0);
    for (const other of open) {
      const cosine = cosines[tip * count + other] ?? 0;
      if (other !== tip && cosine > best) [nearest, best] = [other, cosine];
    }
    if (nearest === undefined || best < least) {
      // what later merges would be even less like it
      open.delete(tip);
      chain.pop();
    } else if (nearest !== before) {
      chain.push(nearest);
    } else {
      chain.length -= 2;
      const [into, from] = [Math.min(tip, nearest), Math.max(tip, nearest)];
      merge(cosines, count, sizes, into, from, open);
      open.delete(from);
      heads[from] = into;
    }
  }
  const headOf = (at: number): number => (heads[at] === at ? at : headOf(heads[at] ?? at));
  return heads.map((_, at) => headOf(at));
}

function merge(
  cosines: Float32Array,
  count: number,
  sizes: Float64Array,
  into: number,
  from: number,
  open: ReadonlySet<number>,
): void {
  const [a, b] = [sizes[into] ?? 1, sizes[from] ?? 1];
  for (const other of open) {
    const mean = (a * (cosines[into * count + other] ?? 0) + b * (cosines[from * count + other] ?? 0)) / (a + b);
    cosines[into * count + other] = mean;
    cosines[other * count + into] = mean;
  }
  sizes[into] = a + b;
}

/** All cosines, row by row. */
function cosinesOf(vectors: readonly Vector[]): Float32Array {
  const count = vectors.length;
  const cosines = new Float32Array(count * count);
  const holders = new Map<string, (readonly [number, number])[]>();
  for (const [at, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const others = holders.get(term);
      if (!others) holders.set(term, [[at, weight]]);
      else {
        for (const [other, otherWeight] of others) {
          cosines[at * count + other] = (cosines[at * count + other] ?? 0) + weight * otherWeight;
        }
        others.push([at, weight]);
      }
    }
  }
  for (let at = 0; at < count; at += 1) {
    for (let other = 0; other < at; other += 1) cosines[other * count + at] = cosines[at * count + other] ?? 0;
  }
  return cosines;
}
