/** An order in which several may stand on one place: the first tier is the best. */
export type Tiers<Option> = readonly (readonly Option[])[];

/** Where an option stands; −1 while it has no place. */
export const tierOf = <Option>(tiers: Tiers<Option>, option: Option): number =>
  tiers.findIndex((tier) => tier.includes(option));

/** The place of a tier as it is said: after two who share the first, the next is third. */
export const placeOf = <Option>(tiers: Tiers<Option>, tier: number): number =>
  1 + tiers.slice(0, tier).reduce((sum, { length }) => sum + length, 0);

const without = <Option>(tiers: Tiers<Option>, option: Option): readonly (readonly Option[])[] =>
  tiers.map((tier) => tier.filter((each) => each !== option)).filter(({ length }) => length > 0);

/** The order without an option. */
export const removeOption = <Option>(tiers: Tiers<Option>, option: Option): Tiers<Option> => without(tiers, option);

/** Puts an option at the end, on a place of its own. */
export const appendOption = <Option>(tiers: Tiers<Option>, option: Option): Tiers<Option> => [
  ...without(tiers, option),
  [option],
];

/**
 * One step up (−1) or down (1): who stands alone joins the neighbours, who shares a place leaves it to that side. So every order, ties and
 * all, is reached by two keys.
 */
export function stepOption<Option>(tiers: Tiers<Option>, option: Option, by: -1 | 1): Tiers<Option> {
  const at = tierOf(tiers, option);
  const tier = tiers[at];
  if (tier === undefined) return tiers;
  const others = tier.filter((each) => each !== option);
  if (others.length > 0) {
    const parts = by === -1 ? [[option], others] : [others, [option]];
    return [...tiers.slice(0, at), ...parts, ...tiers.slice(at + 1)];
  }
  const neighbour = tiers[at + by];
  if (neighbour === undefined) return tiers;
  return tiers.flatMap((each, index) => {
    if (index === at) return [];
    return [index === at + by ? [...each, option] : each];
  });
}

/** Where an option is dropped: on those of a tier, or before it; before the tier after the last = at the end. */
export type Drop = { readonly on: number } | { readonly before: number };

/** Puts an option where it was dropped; the numbers are those of the tiers as they were. */
export function dropOption<Option>(tiers: Tiers<Option>, option: Option, drop: Drop): Tiers<Option> {
  const marked = tiers.map((tier) => tier.filter((each) => each !== option));
  const placed =
    "on" in drop
      ? marked.map((tier, index) => (index === drop.on ? [...tier, option] : tier))
      : [...marked.slice(0, drop.before), [option], ...marked.slice(drop.before)];
  return placed.filter(({ length }) => length > 0);
}
