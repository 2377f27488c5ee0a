import type { Visitor } from "./explore.ts";
import { isMore, tieWithin } from "./tie.ts";

/**
 * Tells of portfolios that are as good as the best, and passes over what leads to none.
 * @param most how many are told at most
 * @param holding an option that they hold; any when left out
 */
export function tieVisitor(
  best: { readonly cost: number; readonly value: number },
  most: number,
  tell: Visitor["visit"],
  holding?: number,
): Visitor {
  const isLess = (value: number) => isMore(best.value, value);
  let told = 0;
  return {
    visit(chosen, cost, value) {
      if (told >= most || isMore(cost, best.cost) || isLess(value)) return;
      if (holding !== undefined && !chosen.includes(holding)) return;
      told += 1;
      tell(chosen, cost, value);
    },
    isHopeless(cost, value, outlook) {
      if (told >= most || isMore(cost, best.cost)) return true;
      let [lastCost, lastValue] = [cost, value];
      for (let step = 0; step < outlook.length; step += 1) {
        const nextCost = outlook.costs[step] ?? 0;
        const nextValue = outlook.values[step] ?? 0;
        if (isMore(nextCost, best.cost)) {
          const part = (best.cost + tieWithin(best.cost) - lastCost) / (nextCost - lastCost);
          return isLess(Math.min(outlook.ceiling, lastValue + (nextValue - lastValue) * part));
        }
        [lastCost, lastValue] = [nextCost, nextValue];
      }
      return isLess(Math.min(outlook.ceiling, lastValue));
    },
  };
}
