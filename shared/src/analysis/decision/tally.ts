import { isMore } from "./tie.ts";

/** What became of some options over many draws. */
export interface Tally {
  /** in how many draws each was best; those that tie share one */
  readonly best: readonly number[];
  /** sum of what the best was worth more */
  readonly regret: readonly number[];
  /** in how many draws each came first, second, …; those that tie share the places that they take up */
  readonly ranks: readonly (readonly number[])[];
  /** Counts one draw: what each is worth. */
  count(values: readonly number[]): void;
}

/**
 * Counts draws for a number of options; with none there is nothing to count.
 * @param within values that differ by no more tie
 */
export function createTally(options: number, within: number): Tally {
  const zeros = () => Array.from({ length: options }, () => 0);
  const best = zeros();
  const regret = zeros();
  const ranks = Array.from({ length: options }, zeros);
  const add = (counts: number[] | undefined, place: number, amount: number) => {
    if (counts !== undefined) counts[place] = (counts[place] ?? 0) + amount;
  };
  return {
    best,
    regret,
    ranks,
    count(values) {
      const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
      const top = values[order[0] ?? 0] ?? 0;
      for (let first = 0; first < order.length;) {
        let next = first + 1;
        while (next < order.length && !isMore(values[order[first] ?? 0] ?? 0, values[order[next] ?? 0] ?? 0, within))
          next += 1;
        const share = 1 / (next - first);
        for (const option of order.slice(first, next)) {
          if (first === 0) add(best, option, share);
          else add(regret, option, top - (values[option] ?? 0));
          for (let rank = first; rank < next; rank += 1) add(ranks[option], rank, share);
        }
        first = next;
      }
    },
  };
}
