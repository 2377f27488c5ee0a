import type { CardId, LinkId } from "../../terms/index.ts";
import { componentsOf } from "./components.ts";
import type { Circuit } from "./loops.ts";
import type { MapLink, SignedMap } from "./map.ts";
import { measureCentralities } from "./measureCentralities.ts";
import { createPathFinder, type CausalPath } from "./paths.ts";
import { NOWHERE, rankFactors, type Standing } from "./standing.ts";
import { findTellingCircuits } from "./tellingCircuits.ts";

/** What the shape of a map says. */
export interface Structure {
  /** every card of the map, in its order */
  readonly cards: ReadonlyMap<CardId, CardStructure>;
  /** strongest first, of equal ones the shorter, then by the order of the map */
  readonly loops: readonly Loop[];
  /** false: there are at least so many loops; longer ones are not listed, or were too many to list */
  readonly complete: boolean;
  /** whether the indirect rankings have settled: with still longer chains they would be the same */
  readonly isStable: boolean;
  readonly linkCount: number;
}

/** Where one card stands, and what goes through it. */
export interface CardStructure extends Standing {
  /** the three strongest chains from this card; none on a map that is too large */
  readonly paths: readonly CausalPath[];
  /** loops through it, of those that were found */
  readonly reinforcing: number;
  readonly balancing: number;
  /** whether any way from it comes back to it, listed as a loop or not */
  readonly isOnCircle: boolean;
  /** undefined on a map that is too large to walk through */
  readonly betweenness: number | undefined;
  readonly pagerank: number;
  /** number of its community, 0 the largest */
  readonly community: number;
}
export interface Loop {
  /** in the direction of influence, from its first card of the map on */
  readonly cards: readonly CardId[];
  /** from each card to the next, the last back to the first */
  readonly links: readonly LinkId[];
  readonly kind: "reinforcing" | "balancing";
  /** geometric mean of strength / 3 */
  readonly strength: number;
  readonly isDelayed: boolean;
}

/** Loops longer than six cards are listed while there are few in all: nobody follows a hundred of them. */
const LOOP_BOUNDS = { few: 100, maxLength: 6, maxLoops: 5_000, maxVisits: 2_000_000 } as const;
const PATHS = 3;
/** Cards × (cards + links) beyond which no figure is sought that needs a walk from every card: 1,000 cards with 3,000 links. */
const MAX_WALKS = 4_000_000;

/**
 * Reads the structure of a map: who drives and who depends, directly and through others (MICMAC), feedback loops, centralities, communities.
 *
 * The same map gives the same figures in whatever order its cards and links come and whatever their ids are; what ties is listed in the map's
 * order. An empty map, one card, no links: no loops, nothing to compare. 300 cards and 900 links take a few dozen milliseconds;
 * on a map of thousands betweenness and paths are left out, and loops end at their budget.
 * @see Godet 1994 (MICMAC); Johnson 1975 (loops); Brandes 2001 (betweenness); Brin, Page 1998 (PageRank); Blondel et al. 2008 (communities)
 */
export function analyseStructure(map: SignedMap): Structure {
  const size = map.cards.length;
  const isWalked = size * (size + map.links.length) <= MAX_WALKS;
  const { standings, isStable } = rankFactors(map);
  const components = componentsOf(targetsOf(map));
  const { loops, complete } = findLoops(map, { longest: largestOf(components), isSearched: isWalked });
  const centralities = measureCentralities(map, isWalked);
  const finder = isWalked ? createPathFinder(map) : undefined;
  const through = countLoops(loops);
  const cards = map.cards.map(({ id }, place): [CardId, CardStructure] => [
    id,
    {
      ...(standings[place] ?? NOWHERE),
      paths: finder?.strongestFrom(place, PATHS) ?? [],
      reinforcing: through.reinforcing.get(id) ?? 0,
      balancing: through.balancing.get(id) ?? 0,
      isOnCircle: components[place] !== -1,
      betweenness: centralities.betweenness?.[place],
      pagerank: centralities.pagerank[place] ?? 0,
      community: centralities.communities[place] ?? 0,
    },
  ]);
  return { cards: new Map(cards), loops, complete, isStable, linkCount: map.links.length };
}

/** Of parallel links with one sign the strongest speaks for all; opposite signs make a loop each. */
function findLoops(
  map: SignedMap,
  size: { readonly longest: number; readonly isSearched: boolean },
): { readonly loops: readonly Loop[]; readonly complete: boolean } {
  const strongest = new Map<string, MapLink>();
  for (const link of map.links) {
    const key = `${link.from} ${link.to} ${link.polarity}`;
    const known = strongest.get(key);
    if (known === undefined || link.strength > known.strength) strongest.set(key, link);
  }
  const links = [...strongest.values()];
  const found = findTellingCircuits(
    { size: map.cards.length, edges: links.map(({ from, to, polarity }) => ({ from, to, sign: polarity })) },
    { ...LOOP_BOUNDS, ...size },
  );
  const loops = found.loops.map((circuit) => ({ circuit, loop: toLoop(map, links, circuit) }));
  return {
    loops: loops
      .sort(
        (one, other) =>
          other.loop.strength - one.loop.strength ||
          one.loop.cards.length - other.loop.cards.length ||
          compareLists(one.circuit.nodes, other.circuit.nodes) ||
          compareLists(one.circuit.edges, other.circuit.edges),
      )
      .map(({ loop }) => loop),
    complete: found.complete,
  };
}

const targetsOf = ({ cards, links }: SignedMap): readonly (readonly number[])[] => {
  const targets = cards.map((): number[] => []);
  for (const { from, to } of links) targets[from]?.push(to);
  return targets;
};

/** Cards of the largest component. */
function largestOf(components: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const component of components) if (component !== -1) sizes.set(component, (sizes.get(component) ?? 0) + 1);
  return Math.max(0, ...sizes.values());
}

function toLoop({ cards }: SignedMap, links: readonly MapLink[], { nodes, edges, sign }: Circuit): Loop {
  const own = edges.flatMap((edge) => links[edge] ?? []);
  // a product of whole numbers, so that its order makes no difference
  const product = own.reduce((all, { strength }) => all * strength, 1);
  return {
    cards: nodes.flatMap((place) => cards[place]?.id ?? []),
    links: own.map(({ id }) => id),
    kind: sign === 1 ? "reinforcing" : "balancing",
    strength: product ** (1 / own.length) / 3,
    isDelayed: own.some(({ isDelayed }) => isDelayed),
  };
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function countLoops(loops: readonly Loop[]): Readonly<Record<Loop["kind"], ReadonlyMap<CardId, number>>> {
  const counts = { reinforcing: new Map<CardId, number>(), balancing: new Map<CardId, number>() };
  for (const { cards, kind } of loops)
    for (const card of cards) counts[kind].set(card, (counts[kind].get(card) ?? 0) + 1);
  return counts;
}
