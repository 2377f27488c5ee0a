import type { Constraints } from "./constraints.ts";
import type { Visitor } from "./explore.ts";
import type { Objective } from "./objective.ts";

/**
 * Takes one option after the other, each time the one that adds most for its cost with what it requires, and shows every
 * portfolio on the way: a good frontier at once, which a search then only has to better.
 */
export function visitGreedily(
  costs: readonly number[],
  objective: Objective,
  { together, rivals }: Constraints,
  options: readonly number[],
  visitor: Pick<Visitor, "visit">,
): void {
  const chosen: number[] = [];
  const isTaken = new Set<number>();
  let cost = 0;
  const addedBy = (option: number) => (together[option] ?? []).filter((one) => !isTaken.has(one));
  const costOf = (added: readonly number[]) => added.reduce((sum, one) => sum + (costs[one] ?? 0), 0);
  const isPossible = (option: number) =>
    !isTaken.has(option) &&
    together[option] !== undefined &&
    addedBy(option).every((one) => !rivals[one]?.some((rival) => isTaken.has(rival)));
  for (;;) {
    const before = objective.value;
    let best: { readonly added: readonly number[]; readonly density: number } | undefined;
    for (const option of options.filter(isPossible)) {
      const added = addedBy(option);
      for (const one of added) objective.take(one);
      const gain = objective.value - before;
      for (const _ of added) objective.drop();
      const density = gain / costOf(added);
      if (gain > 0 && density > (best?.density ?? 0)) best = { added, density };
    }
    if (best === undefined) break;
    for (const one of best.added) {
      objective.take(one);
      chosen.push(one);
      isTaken.add(one);
    }
    cost += costOf(best.added);
    visitor.visit(chosen, cost, objective.value);
  }
  for (const _ of chosen) objective.drop();
}
