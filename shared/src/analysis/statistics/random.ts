/** A source of chance with a seed: the same seed gives the same numbers on every machine. */
export interface Random {
  /** 0 ≤ x < 1, in steps of 2⁻³² */
  next(): number;
  /** a whole number, 0 ≤ n < `below`; 0 when `below` is 1 or less */
  integer(below: number): number;
}

/**
 * The one generator of the analysis (mulberry32; Tommy Ettinger, 2017, public domain): 2³² numbers before it repeats.
 * @param seed a whole number; only its lower 32 bits count
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, integer: (below) => (below > 1 ? Math.floor(next() * below) : 0) };
}
