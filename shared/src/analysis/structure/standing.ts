import { growthOf, sumInOrder } from "./growth.ts";
import type { MapLink, SignedMap } from "./map.ts";
import { classOf, micmacBy, type Influences, type InfluenceClass } from "./micmac.ts";

/**
 * Where one card stands by its influence. Figures are compared among the factors that a link touches, as people compare them; other cards have
 * sums, and no share, class or rank.
 */
export interface Standing {
  /** strengths of its links out, and in; how many these are */
  readonly influence: number;
  readonly dependence: number;
  readonly linksOut: number;
  readonly linksIn: number;
  /** 0 to 1: its part of the sum over the ranked factors; 0 where the sum is 0 */
  readonly influenceShare: number;
  readonly dependenceShare: number;
  /** the same of what goes through others too, up to eight links, the farther the less */
  readonly indirectInfluenceShare: number;
  readonly indirectDependenceShare: number;
  /** `between`: nearer than 5 % to a mean; undefined when there is nothing to compare */
  readonly quadrant: InfluenceClass | "between" | undefined;
  /** distance to the nearer of the two means, as a share of it */
  readonly margin: number | undefined;
  /** by influence, 1 the largest, equal ones share a rank */
  readonly rank: number | undefined;
  readonly indirectRank: number | undefined;
  readonly dependenceRank: number | undefined;
  /** how many factors are ranked */
  readonly of: number;
}

/** A card that no link touches. */
export const NOWHERE: Standing = {
  influence: 0,
  dependence: 0,
  linksOut: 0,
  linksIn: 0,
  influenceShare: 0,
  dependenceShare: 0,
  indirectInfluenceShare: 0,
  indirectDependenceShare: 0,
  quadrant: undefined,
  margin: undefined,
  rank: undefined,
  indirectRank: undefined,
  dependenceRank: undefined,
  of: 0,
};

/** Powers of the map that count: nobody follows an influence through more than eight cards. */
const MAX_POWER = 8;
/** Nearer to a mean than this, as a share of it, a class would hang on one stroke of the pen. */
const MARGIN = 0.05;

/**
 * Direct and indirect influence and dependence of every card, with shares, ranks and classes of the linked factors.
 *
 * Indirect figures are T = Σ a^(k−1) M^k over k = 1 … 8 with a = 1 / (1.05 · ρ), where ρ is the growth of M from power to power (its
 * spectral radius): farther influences count, and count less. Where chains end (an acyclic map), ρ is the largest row sum instead.
 * Parallel links add up. What is added up is put in order first, so that the order of links can't be seen in the sums.
 * @returns by place; `isStable` when the indirect rankings are the same with chains of seven links as with eight
 */
export function rankFactors(map: SignedMap): { readonly standings: readonly Standing[]; readonly isStable: boolean } {
  const influences = influencesOf(map);
  const growth = growthOf(map);
  const { powers } = micmacBy(
    { ...influences, outOf: scaled(influences.outOf, growth), into: scaled(influences.into, growth) },
    MAX_POWER,
  );
  // each power is divided by ρ^k already: what is left of the damping is 1.05^(k−1)
  const indirect = (key: "influence" | "dependence", upTo = MAX_POWER) =>
    map.cards.map((_, place) =>
      powers.slice(0, upTo).reduce((sum, power, index) => sum + (power[key][place] ?? 0) / 1.05 ** index, 0),
    );
  const linksOut = countOf(map, "from");
  const linksIn = countOf(map, "to");
  const ones = map.cards.map(() => 1);
  const [influence, dependence] = [influences.outOf(ones), influences.into(ones)];
  const ranked = map.cards.flatMap(({ kind }, place) =>
    kind === "factor" && (linksOut[place] ?? 0) + (linksIn[place] ?? 0) > 0 ? [place] : [],
  );
  const shares = {
    influence: sharesOf(influence, ranked),
    dependence: sharesOf(dependence, ranked),
    indirectInfluence: sharesOf(indirect("influence"), ranked),
    indirectDependence: sharesOf(indirect("dependence"), ranked),
  };
  const ranks = {
    influence: ranksOf(shares.influence),
    dependence: ranksOf(shares.dependence),
    indirect: ranksOf(shares.indirectInfluence),
  };
  const place = placeBy(shares.influence, shares.dependence);
  const standings = map.cards.map((_, at): Standing => {
    const sums = {
      influence: influence[at] ?? 0,
      dependence: dependence[at] ?? 0,
      linksOut: linksOut[at] ?? 0,
      linksIn: linksIn[at] ?? 0,
      of: ranked.length,
    };
    return {
      ...NOWHERE,
      ...sums,
      influenceShare: shares.influence.get(at) ?? 0,
      dependenceShare: shares.dependence.get(at) ?? 0,
      indirectInfluenceShare: shares.indirectInfluence.get(at) ?? 0,
      indirectDependenceShare: shares.indirectDependence.get(at) ?? 0,
      rank: ranks.influence.get(at),
      dependenceRank: ranks.dependence.get(at),
      indirectRank: ranks.indirect.get(at),
      ...place(at),
    };
  });
  const isStable = (["influence", "dependence"] as const).every(
    (key) => rankingOf(sharesOf(indirect(key, MAX_POWER - 1), ranked)) === rankingOf(sharesOf(indirect(key), ranked)),
  );
  return { standings, isStable };
}

function influencesOf({ cards, links }: SignedMap): Influences {
  const timesFrom = (own: "from" | "to", other: "from" | "to"): Influences["outOf"] => {
    const linksOf: MapLink[][] = cards.map(() => []);
    for (const link of links) linksOf[link[own]]?.push(link);
    const terms = new Float64Array(links.length);
    return (weights) =>
      linksOf.map((touching) => {
        for (const [index, link] of touching.entries()) terms[index] = link.strength * (weights[link[other]] ?? 0);
        return sumInOrder(terms.subarray(0, touching.length));
      });
  };
  return { size: cards.length, outOf: timesFrom("from", "to"), into: timesFrom("to", "from") };
}

const scaled =
  (times: Influences["outOf"], growth: number): Influences["outOf"] =>
  (weights) =>
    times(weights).map((sum) => sum / growth);

function countOf({ cards, links }: SignedMap, end: "from" | "to"): readonly number[] {
  const counts = Array.from({ length: cards.length }, () => 0);
  for (const link of links) counts[link[end]] = (counts[link[end]] ?? 0) + 1;
  return counts;
}

const round = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(12)));

function sharesOf(values: readonly number[], ranked: readonly number[]): ReadonlyMap<number, number> {
  const sum = sumInOrder(Float64Array.from(ranked, (place) => values[place] ?? 0));
  return new Map(ranked.map((place) => [place, sum === 0 ? 0 : round((values[place] ?? 0) / sum)]));
}

/** Nearer to the one above than this, as a part of it, a share is equal: what remains of 1/3 + 1/3 + 1/3 in binary. */
const TIE = 1e-10;

/** By place; nothing where all are 0. 9, 9, 4 are ranked 1, 1, 3. */
function ranksOf(shares: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const sorted = [...shares.values()].sort((a, b) => b - a);
  if ((sorted[0] ?? 0) === 0) return new Map();
  const firsts = new Map<number, number>();
  let rank = 1;
  for (const [index, share] of sorted.entries()) {
    const above = sorted[index - 1] ?? share;
    if (above - share > TIE * above) rank = index + 1;
    firsts.set(share, rank);
  }
  return new Map([...shares].map(([place, share]) => [place, firsts.get(share) ?? 0]));
}

const rankingOf = (shares: ReadonlyMap<number, number>): string => [...ranksOf(shares).values()].join(" ");

function placeBy(
  influence: ReadonlyMap<number, number>,
  dependence: ReadonlyMap<number, number>,
): (place: number) => Pick<Standing, "quadrant" | "margin"> {
  // shares sum to 1, so that times their number is how often a share holds the mean; rounded, that is the same in every order of sums
  const timesMean = (shares: ReadonlyMap<number, number>, at: number) =>
    Math.round((shares.get(at) ?? 0) * shares.size * 1e9) / 1e9;
  const isAllZero = (shares: ReadonlyMap<number, number>) => [...shares.values()].every((share) => share === 0);
  const isComparable = influence.size > 1 && !isAllZero(influence) && !isAllZero(dependence);
  return (at) => {
    if (!isComparable || !influence.has(at)) return { quadrant: undefined, margin: undefined };
    const [own, other] = [timesMean(influence, at), timesMean(dependence, at)];
    const margin = Math.round(Math.min(Math.abs(own - 1), Math.abs(other - 1)) * 1e9) / 1e9;
    return { quadrant: margin < MARGIN ? "between" : classOf(own >= 1, other >= 1), margin };
  };
}
