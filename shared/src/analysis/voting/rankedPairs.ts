import { createReach, type Reach } from "./reach.ts";
import { widenPaths } from "./schulze.ts";
import type { Square } from "./square.ts";

export interface RankedPairs {
  /** for each option, the best place that it has in any outcome, from 0; 0 wins */
  readonly places: readonly number[];
  /** how many outcomes the order of equal pairs allows; undefined when they were too many to go through */
  readonly outcomes: number | undefined;
}

type Pair = readonly [winner: number, loser: number];

/** How much is tried before equal pairs are given up on: a few hundredths of a second. */
const MOST_STEPS = 400_000;

/**
 * Ranked pairs: victories are locked from the strongest to the weakest, except one that would close a circle with those
 * locked before. Strength is the votes for the winner, then the fewer votes against.
 *
 * Victories of equal strength may be locked in any order, and the result may hang on it. No order is preferred: all are
 * tried, and each option has the best place that it reaches in any of them, so that the first place holds every possible
 * winner. Where that would take too long (finding them all is NP-hard), the places are those of Split Cycle, which every
 * possible winner of ranked pairs wins too: the first place may then hold more than the winners, never fewer.
 *
 * Example: a beats b 4:3, b beats c 4:3, c beats a 4:3: three outcomes, all three win.
 * @see Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987, doi:10.1007/BF00433944
 * @see Brill, Fischer, "The price of neutrality for the ranked pairs method", AAAI 2012
 * @see Holliday, Pacuit, "Split Cycle", Public Choice 197, 2023, doi:10.1007/s11127-023-01042-3
 */
export function lockRankedPairs(pairs: Square): RankedPairs {
  const groups = groupByStrength(pairs);
  const outcomes = lockInEveryOrder(pairs.size, groups);
  const orders = outcomes ?? [splitCycles(pairs.size, groups)];
  const depths = orders.map((order) => order.depths());
  return {
    places: Array.from({ length: pairs.size }, (_, option) => Math.min(...depths.map((depth) => depth[option] ?? 0))),
    outcomes: outcomes?.length,
  };
}

/** Victories of equal strength together, the strongest first. */
function groupByStrength(pairs: Square): readonly (readonly Pair[])[] {
  const victories: { pair: Pair; votes: number; against: number }[] = [];
  for (let a = 0; a < pairs.size; a += 1)
    for (let b = 0; b < pairs.size; b += 1)
      if (pairs.at(a, b) > pairs.at(b, a))
        victories.push({ pair: [a, b], votes: pairs.at(a, b), against: pairs.at(b, a) });
  victories.sort((x, y) => y.votes - x.votes || x.against - y.against);
  const groups: Pair[][] = [];
  for (const [index, { pair, votes, against }] of victories.entries()) {
    const before = victories[index - 1];
    if (before?.votes === votes && before.against === against) groups.at(-1)?.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

/** Every order that comes out, each once; undefined when they are too many. */
function lockInEveryOrder(size: number, groups: readonly (readonly Pair[])[]): readonly Reach[] | undefined {
  let outcomes = new Map([["", createReach(size)]]);
  let steps = 0;
  for (const group of groups) {
    const next = new Map<string, Reach>();
    const seen = new Set<string>();
    const open = [...outcomes.values()];
    for (let order = open.pop(); order !== undefined; order = open.pop()) {
      // how often this is come by doesn't hang on the order of options: each order is looked at once
      const disputed = lockUndisputed(order, group);
      steps += (group.length + 4 * disputed.length) * size;
      if (steps > MOST_STEPS) return undefined;
      if (disputed.length === 0) next.set(order.key, order);
      for (const [winner, loser] of disputed) {
        const tried = order.copy();
        tried.lock(winner, loser);
        if (seen.has(tried.key)) continue;
        seen.add(tried.key);
        open.push(tried);
      }
    }
    outcomes = next;
  }
  return [...outcomes.values()];
}

/** Locks what no order of the group could refuse, and gives back what hangs on the order. */
function lockUndisputed(order: Reach, group: readonly Pair[]): readonly Pair[] {
  const free = group.filter(([winner, loser]) => !order.isAbove(winner, loser) && !order.isAbove(loser, winner));
  const all = order.copy();
  for (const [winner, loser] of free) all.lock(winner, loser);
  const isDisputed = ([winner, loser]: Pair) => all.isAbove(loser, winner);
  for (const pair of free) if (!isDisputed(pair)) order.lock(...pair);
  return free.filter(isDisputed);
}

/** Split Cycle: a victory counts unless it is a weakest one of a circle of victories. */
function splitCycles(size: number, groups: readonly (readonly Pair[])[]): Reach {
  const strength = new Map<number, number>();
  for (const [index, group] of groups.entries())
    for (const [winner, loser] of group) strength.set(winner * size + loser, groups.length - index);
  const strengthOf = (a: number, b: number) => strength.get(a * size + b) ?? 0;
  const paths = widenPaths(size, strengthOf);
  const order = createReach(size);
  for (const group of groups)
    for (const [winner, loser] of group)
      if (paths.at(loser, winner) < strengthOf(winner, loser)) order.lock(winner, loser);
  return order;
}
