import { coloursOf, orderCanonically } from "./canonical.ts";
import { betweennessOf, pagerankOf, toGraphology } from "./centrality.ts";
import { findCommunities } from "./communities.ts";
import type { SignedMap } from "./map.ts";

/** By place in the map. */
export interface Centralities {
  readonly betweenness: readonly number[] | undefined;
  readonly pagerank: readonly number[];
  /** number of the community, 0 the largest; cards that no link touches are in none of the others' */
  readonly communities: readonly number[];
}

/** Cards up to which alike ones are told apart one by one. */
const MARKED_CARDS = 400;
/** How far the cards of a larger map look around to tell themselves from others. */
const LOOKS = 24;
const [RUNS, FEW_RUNS] = [20, 2];

/**
 * Centralities and communities of a map: of its pairs of cards, weighted by the sum of the strengths between them, signs aside.
 *
 * The libraries' answers hang on the order in which they are told of cards, so they are told in an order that is made of the map's
 * shape alone.
 * @param isWalked whether the map is small enough for betweenness, and for many starts of the search for communities
 */
export function measureCentralities(map: SignedMap, isWalked: boolean): Centralities {
  const size = map.cards.length;
  const pairs = pairsOf(map);
  const labelled = {
    labels: map.cards.map(({ kind }) => ["expectation", "factor", "strategy"].indexOf(kind)),
    edges: pairs,
  };
  const order = size <= MARKED_CARDS ? orderCanonically(labelled).order : orderBy(coloursOf(labelled, LOOKS));
  const seat = Array.from({ length: size }, () => 0);
  for (const [index, place] of order.entries()) seat[place] = index;
  const seated = pairs
    .map(([from, to, weight]) => [seat[from] ?? 0, seat[to] ?? 0, weight] as const)
    .sort(([a, b], [c, d]) => a - c || b - d);
  const directed = toGraphology({ isDirected: true, size, edges: seated });
  const byPlace = (figures: readonly number[]) => seat.map((index) => round(figures[index] ?? 0));
  return {
    betweenness: isWalked ? byPlace(betweennessOf(directed)) : undefined,
    pagerank: byPlace(pagerankOf(directed, 0.85, true)),
    communities: byPlace(findCommunities({ size, edges: undirected(seated) }, isWalked ? RUNS : FEW_RUNS).groups),
  };
}

type Pair = readonly [from: number, to: number, weight: number];

const pairsOf = ({ links }: SignedMap): readonly Pair[] =>
  addUp(links.map(({ from, to, strength }) => [from, to, strength]));

const undirected = (pairs: readonly Pair[]): readonly Pair[] =>
  addUp(pairs.map(([from, to, weight]) => [Math.min(from, to), Math.max(from, to), weight]));

function addUp(pairs: readonly Pair[]): readonly Pair[] {
  const sums = new Map<string, Pair>();
  for (const [from, to, weight] of pairs) {
    const key = `${from} ${to}`;
    sums.set(key, [from, to, weight + (sums.get(key)?.[2] ?? 0)]);
  }
  return [...sums.values()];
}

const orderBy = (colours: Int32Array): readonly number[] =>
  [...colours.keys()].sort((a, b) => (colours[a] ?? 0) - (colours[b] ?? 0) || a - b);

/** To nine digits: cards that could stand for each other differ in what the order of sums leaves behind the fifteenth. */
const round = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(9)));
