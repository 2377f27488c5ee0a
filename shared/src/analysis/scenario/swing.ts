/** What levels do over two equally long stretches of a run, one after the other. */
export interface Swing {
  /** Takes one step's levels; what comes after the second stretch is not counted. */
  add(state: Float64Array): void;
  /**
   * The middle of a swing that goes on: the mean of both stretches; undefined where what moves most comes to rest, or still goes somewhere.
   * @param within less is no swing
   */
  middle(within: number): Float64Array | undefined;
}

/** A swing that loses no more than this from one stretch to the next goes on. */
const GOES_ON = 0.95;
/** Its middle moves by no more than this part of it: what moves farther is on its way. */
const STAYS = 0.25;

/**
 * Watches cards for a swing without a period of whole steps, which never comes back to where it was.
 * @param stretch steps of each of the two stretches, 1 or more
 */
export function createSwing(free: Int32Array, size: number, stretch: number): Swing {
  const window = () => ({
    low: new Float64Array(size).fill(Infinity),
    high: new Float64Array(size).fill(-Infinity),
    sum: new Float64Array(size),
  });
  const [first, second] = [window(), window()];
  const spanOf = ({ low, high }: typeof first, card: number): number => (high[card] ?? 0) - (low[card] ?? 0);
  let steps = 0;
  return {
    add(state) {
      if (steps === 2 * stretch) return;
      const { low, high, sum } = steps < stretch ? first : second;
      for (const card of free) {
        const level = state[card] ?? 0;
        low[card] = Math.min(low[card] ?? level, level);
        high[card] = Math.max(high[card] ?? level, level);
        sum[card] = (sum[card] ?? 0) + level;
      }
      steps += 1;
    },
    middle(within) {
      if (steps < 2 * stretch) return undefined;
      const widest = free.reduce(
        (most, card) => (spanOf(second, card) > spanOf(second, most) ? card : most),
        free[0] ?? 0,
      );
      const span = spanOf(second, widest);
      const drift = Math.abs((second.sum[widest] ?? 0) - (first.sum[widest] ?? 0)) / stretch;
      if (!(span > within) || span < GOES_ON * spanOf(first, widest) || drift > STAYS * span) return undefined;
      return first.sum.map((sum, card) => (sum + (second.sum[card] ?? 0)) / (2 * stretch));
    },
  };
}
