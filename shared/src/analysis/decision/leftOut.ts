import { UNITS, type Card, type CardId } from "../../terms/index.ts";

/** What a strategy and all that it could be chosen with are counted in. */
export type Unit = (typeof UNITS)[number];

/** Why a strategy takes no part in portfolios; nothing is guessed for it. */
export type LeftOut =
  /** nobody said what it costs; free is what has a cost of 0 */
  | "no-cost"
  /** a cost that is counted in nothing can't be added to others */
  | "no-unit"
  /** it is costed in another unit than the portfolio */
  | "other-unit"
  /** where gains are all there is to go by: nobody said what it gives */
  | "no-gain"
  /** it requires a strategy that is left out */
  | "requires-left-out";

/** The unit that most of these strategies are costed in; of several, the first in the list of units. Undefined when none is. */
export function commonUnit(strategies: readonly Card[]): Unit | undefined {
  const counts = UNITS.map(
    (unit) => strategies.filter(({ attributes }) => attributes.cost !== undefined && attributes.unit === unit).length,
  );
  const most = Math.max(...counts);
  return most === 0 ? undefined : UNITS[counts.indexOf(most)];
}

/**
 * The strategies that take no part in portfolios, and why.
 * @param basis what the value of a portfolio is made of
 */
export function findLeftOut(
  strategies: readonly Card[],
  unit: Unit | undefined,
  basis: "expectations" | "gain",
): ReadonlyMap<CardId, LeftOut> {
  const leftOut = new Map<CardId, LeftOut>();
  const present = new Set(strategies.map(({ id }) => id));
  for (const { id, attributes } of strategies) {
    const why = whyLeftOut(attributes, unit, basis);
    if (why !== undefined) leftOut.set(id, why);
  }
  // what is left out may leave out what requires it, and so on
  for (let grew = true; grew;) {
    grew = false;
    for (const { id, attributes } of strategies) {
      const isWithout = attributes.requires?.some((other) => present.has(other) && leftOut.has(other)) === true;
      if (leftOut.has(id) || !isWithout) continue;
      leftOut.set(id, "requires-left-out");
      grew = true;
    }
  }
  return leftOut;
}

function whyLeftOut(
  { cost, gain, unit: own }: Card["attributes"],
  unit: Unit | undefined,
  basis: "expectations" | "gain",
): LeftOut | undefined {
  if (cost === undefined) return "no-cost";
  // gains are counted in the unit of the cost, so that a free strategy has one too where gains are summed
  if (cost > 0 || basis === "gain") {
    if (own === undefined) return "no-unit";
    if (own !== unit) return "other-unit";
  }
  return basis === "gain" && gain === undefined ? "no-gain" : undefined;
}
