import type { Card, Reading } from "../terms/index.ts";
import { socialReturn } from "./decision/index.ts";

/**
 * Social return on what a strategy costs: (gain − cost) / cost, both in the card's own unit, over its horizon.
 *
 * It is the gain left over for each unit spent, not the guides' "SROI ratio", which is this plus 1. A cost of 0 has no ratio
 * (`undefined`, never infinity); a cost or a gain not given yet is `missing`.
 *
 * Example: cost 1,000 and gain 1,200 give 0.2.
 */
export function readRoi({ attributes }: Pick<Card, "attributes">): Reading {
  const { cost, gain, unit, horizon } = attributes;
  const given = {
    measure: "roi",
    ...(unit === undefined ? {} : { unit }),
    ...(horizon === undefined ? {} : { horizonMonths: horizon }),
    origin: [],
  } as const;
  if (cost === undefined || gain === undefined) return { ...given, state: "missing", n: 0 };
  const value = socialReturn({ gain, cost });
  if (value === undefined) return { ...given, state: "undefined", n: 1 };
  return { ...given, state: "known", value, n: 1 };
}
