/** Values of a sketch. */
export const SEEDS = 64;

/** Multipliers and offsets of the hash functions: fixed, so that sketches made on different days agree. */
const MULTIPLIERS = new Uint32Array(SEEDS);
const OFFSETS = new Uint32Array(SEEDS);
let state = 0x9e3779b9;
for (let seed = 0; seed < SEEDS; seed += 1) {
  // odd, so that no two numbers fall together
  MULTIPLIERS[seed] = next() | 1;
  OFFSETS[seed] = next();
}

/** Xorshift (Marsaglia, 2003, doi 10.18637/jss.v008.i14). */
function next(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/**
 * The sketch of a set of numbers: for each of 64 hash functions the smallest value that any of them takes. Two sets agree in a
 * value as often as their intersection is a part of their union.
 * @param members 32-bit numbers; of none, every value is the largest there is
 */
export function sketchOf(members: readonly number[]): Uint32Array {
  const sketch = new Uint32Array(SEEDS).fill(0xffffffff);
  for (const member of members) {
    for (let seed = 0; seed < SEEDS; seed += 1) {
      let hash = Math.imul(member ^ (OFFSETS[seed] ?? 0), MULTIPLIERS[seed] ?? 1);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      hash = (hash ^ (hash >>> 13)) >>> 0;
      if (hash < (sketch[seed] ?? 0)) sketch[seed] = hash;
    }
  }
  return sketch;
}
