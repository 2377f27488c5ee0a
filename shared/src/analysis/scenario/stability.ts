import type { Wires } from "./wires.ts";

/** Rounds of the iteration below; each gives a bound, the least of them is taken. */
const ROUNDS = 40;
const CLOSE = 1e-6;

/**
 * Whether the levels of a map can come to rest in one way only, whatever they start from.
 *
 * The slope of tanh is at most 1, so that a difference of two states shrinks at every step when λ times a norm of |W| is
 * below 1; at exactly 1 it still does, the slope being 1 at 0 only. Any norm will do; a weighted row sum is taken, maxᵢ (|W|x)ᵢ / xᵢ
 * for weights x > 0, which nears the spectral radius of |W| as x is run along the wires (Collatz, Wielandt). Held cards do not
 * move, so that only wires between free cards count.
 *
 * False means "not certain", not "more than one".
 */
export function hasOneRest({ size, starts, sources, weights }: Wires, free: Int32Array, lambda: number): boolean {
  const moves = new Uint8Array(size);
  for (const card of free) moves[card] = 1;
  let x = new Float64Array(size).fill(1);
  let next = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    let bound = 0;
    let largest = 0;
    for (const card of free) {
      const own = x[card] ?? 1;
      let sum = 0;
      for (let entry = starts[card] ?? 0; entry < (starts[card + 1] ?? 0); entry += 1) {
        const source = sources[entry] ?? 0;
        if (moves[source] === 1) sum += Math.abs(weights[entry] ?? 0) * (x[source] ?? 0);
      }
      bound = Math.max(bound, sum / own);
      // half of the own weight keeps maps whose loops are all of one length from swinging
      next[card] = sum + own / 2;
      largest = Math.max(largest, next[card] ?? 0);
    }
    if (lambda * bound <= 1 + CLOSE) return true;
    for (const card of free) next[card] = Math.max((next[card] ?? 0) / largest, Number.MIN_VALUE * 2 ** 60);
    [x, next] = [next, x];
  }
  return false;
}
