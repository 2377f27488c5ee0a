import type { CardStructure, Structure } from "@palabre/shared/analysis/structure";
import type { CardId } from "@palabre/shared/terms";

/** Influence counted by links alone, or by what they lead on to as well. */
export type Reach = "direct" | "indirect";
type Place = readonly [x: number, y: number];

export interface PlanePoint {
  readonly id: CardId;
  /** 0 to 1 each: dependence to the right, influence upwards; the mean share is in the middle */
  readonly at: Place;
  readonly quadrant: NonNullable<CardStructure["quadrant"]>;
  readonly facts: CardStructure;
}

/** The cards that are compared, the most influential first. */
export function planePoints({ cards }: Pick<Structure, "cards">, reach: Reach): readonly PlanePoint[] {
  const ranked = [...cards].flatMap(([id, facts]) =>
    facts.quadrant === undefined ? [] : [{ id, facts, quadrant: facts.quadrant }],
  );
  const shares = ranked.map(({ facts }) => sharesOf(facts, reach));
  const x = axisOf(shares.map(([dependence]) => dependence));
  const y = axisOf(shares.map(([, influence]) => influence));
  return ranked
    .map((point, i): PlanePoint => {
      const [dependence = 0, influence = 0] = shares[i] ?? [];
      const quadrant =
        reach === "direct" ? point.quadrant : quadrantOf(dependence * shares.length, influence * shares.length);
      return { ...point, quadrant, at: [x(dependence), y(influence)] };
    })
    .toSorted((a, b) => b.at[1] - a.at[1] || b.at[0] - a.at[0]);
}

/** Factors that a link touches: with two, one of influence and dependence can be told apart, and both once one acts on another. */
export const countLinked = ({ cards }: Pick<Structure, "cards">): number =>
  [...cards.values()].filter(({ rank, dependenceRank }) => rank !== undefined || dependenceRank !== undefined).length;

/** nearer than this to a mean, as a share of it, is on neither side: as the analysis has it for direct sums */
const MARGIN = 0.05;
/** The place of what is so many times the mean on each axis. */
function quadrantOf(dependence: number, influence: number): PlanePoint["quadrant"] {
  if (Math.abs(dependence - 1) < MARGIN || Math.abs(influence - 1) < MARGIN) return "between";
  if (influence > 1) return dependence > 1 ? "relay" : "driver";
  return dependence > 1 ? "dependent" : "autonomous";
}

export const sharesOf = (facts: CardStructure, reach: Reach): Place =>
  reach === "direct"
    ? [facts.dependenceShare, facts.influenceShare]
    : [facts.indirectDependenceShare, facts.indirectInfluenceShare];

/** Puts the mean of these shares in the middle and the largest near the end; what is all the same is in the middle. */
function axisOf(shares: readonly number[]): (share: number) => number {
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  const most = Math.max(mean, ...shares);
  return (share) => {
    // a mean of equal shares may come out a hair below them
    if (share - mean <= 1e-9 * mean) return mean === 0 ? 0.5 : Math.min(0.5, 0.5 * (share / mean));
    return 0.5 + 0.5 * ((share - mean) / (most - mean));
  };
}
