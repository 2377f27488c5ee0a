/** How many are remembered: the newest say how the disk is now, and not how it was an hour ago. */
const REMEMBERED = 1_000;

/** How long the last commits took, in milliseconds. */
export interface Latencies {
  add(ms: number): void;
  /**
   * What so many of them, from 0 to 1, stayed within (nearest rank).
   * @returns undefined before the first
   */
  quantile(share: number): number | undefined;
}

export function createLatencies(remembered: number = REMEMBERED): Latencies {
  const ring: number[] = [];
  let next = 0;
  return {
    add: (ms) => {
      ring[next] = ms;
      next = (next + 1) % remembered;
    },
    quantile: (share) => ring.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * ring.length) - 1)],
  };
}
