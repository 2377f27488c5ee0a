import { UNITS, type BoardSnapshot, type Budget, type CardAttributes, type CardId } from "@palabre/shared/terms";

type Unit = Budget["unit"];
type Facts = Pick<CardAttributes, "cost" | "gain" | "unit" | "requires" | "excludes">;

/** What strategies cost, give, need and exclude; those in the trash are left out. In the order of the board. */
export function factsOf({ cards }: Pick<BoardSnapshot, "cards">): readonly (readonly [CardId, Facts])[] {
  return [...cards.values()].flatMap(({ id, kind, attributes }): (readonly [CardId, Facts])[] => {
    if (kind !== "strategy" || attributes.trashedAt !== undefined) return [];
    const { cost, gain, unit, requires, excludes } = attributes;
    const facts: Facts = {
      ...(cost === undefined ? {} : { cost }),
      ...(gain === undefined ? {} : { gain }),
      ...(unit === undefined ? {} : { unit }),
      ...(requires === undefined ? {} : { requires }),
      ...(excludes === undefined ? {} : { excludes }),
    };
    return [[id, facts]];
  });
}

/** The units in which something is costed, most used first; of equals, as the units are listed. */
export function unitsOf(facts: readonly (readonly [CardId, Facts])[]): readonly Unit[] {
  const counts = new Map<Unit, number>();
  for (const [, { cost, unit }] of facts)
    if (cost !== undefined && unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return UNITS.filter((unit) => counts.has(unit)).toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** The units that a budget can be tried in: those of the costs, then those that a budget is in already. */
export const unitsToTry = (
  facts: readonly (readonly [CardId, Facts])[],
  budgets: readonly (Unit | undefined)[],
): readonly Unit[] => [...new Set([...unitsOf(facts), ...budgets.filter((unit) => unit !== undefined)])];

/** What everything that is costed in a unit costs together. */
export const totalOf = (facts: readonly (readonly [CardId, Facts])[], unit: Unit): number =>
  facts.reduce((sum, [, { cost = 0, unit: own }]) => sum + (own === unit ? cost : 0), 0);

/**
 * The amount that a hand on a slider means: the cost of a portfolio of the frontier when one is near, since between two nothing changes.
 * @param within how near, in the unit
 */
export function snapTo(amount: number, costs: readonly number[], within: number): number {
  let nearest = amount;
  let distance = within;
  for (const cost of costs) {
    const away = Math.abs(cost - amount);
    if (away <= distance) [nearest, distance] = [cost, away];
  }
  return nearest;
}
