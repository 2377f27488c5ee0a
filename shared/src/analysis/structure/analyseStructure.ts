import type { CardId } from "../../terms/index.ts";
import type { SignedMap } from "./map.ts";
import type { CardStructure, Structure } from "./structure.ts";
import { findLoops, strongestPaths } from "./walks.ts";

/** nearer than this share to a mean is on neither side of it */
const MARGIN = 0.05;
const LONGEST_WAY = 8;

/**
 * Places, ranks, paths and loops of a map (Godet, "From anticipation to action", 1994). Ways of up to eight links count, each step damped by
 * 1 / (1.05 × the largest row sum). An empty map has no cards, no loops, and is complete.
 */
export function analyseStructure(map: SignedMap): Structure {
  const { cards, links } = map;
  const [influence, dependence] = [sums(map, "from"), sums(map, "to")];
  const damping = 1 / (1.05 * Math.max(1, ...influence));
  const [reach, reached] = [cumulated(map, "from", damping), cumulated(map, "to", damping)];
  const isRanked = cards.map(
    ({ kind }, i) => kind === "factor" && ((influence[i] ?? 0) > 0 || (dependence[i] ?? 0) > 0),
  );
  const shares = [influence, dependence, reach, reached].map((values) => sharesOf(values, isRanked));
  const [byInfluence, byReach] = [ranksOf(influence, isRanked), ranksOf(reach, isRanked)];
  const of = isRanked.filter(Boolean).length;
  const { loops, complete } = findLoops(map);
  const paths = strongestPaths(map);
  const entries = cards.map(({ id }, i): [CardId, CardStructure] => {
    const [x = 0, y = 0] = [shares[1]?.[i], shares[0]?.[i]];
    const through = loops.filter((loop) => loop.cards.includes(id));
    const compared = isRanked[i] === true && of > 1 && sum(influence, isRanked) > 0 && sum(dependence, isRanked) > 0;
    return [
      id,
      {
        influence: influence[i] ?? 0,
        dependence: dependence[i] ?? 0,
        influenceShare: y,
        dependenceShare: x,
        indirectInfluenceShare: shares[2]?.[i] ?? 0,
        indirectDependenceShare: shares[3]?.[i] ?? 0,
        quadrant: compared ? quadrantOf(x * of, y * of) : undefined,
        margin: compared ? Math.min(Math.abs(x * of - 1), Math.abs(y * of - 1)) : undefined,
        rank: byInfluence[i],
        indirectRank: byReach[i],
        of,
        paths: paths[i] ?? [],
        reinforcing: through.filter(({ kind }) => kind === "reinforcing").length,
        balancing: through.filter(({ kind }) => kind === "balancing").length,
        betweenness: 0,
        pagerank: 0,
        community: 0,
      },
    ];
  });
  return { cards: new Map(entries), loops, complete, isStable: true, linkCount: links.length };
}

type End = "from" | "to";
const sums = ({ cards, links }: SignedMap, end: End): readonly number[] => {
  const all = cards.map(() => 0);
  for (const link of links) all[link[end]] = (all[link[end]] ?? 0) + link.strength;
  return all;
};

/** Row sums (`from`) or column sums (`to`) of Σ a^(k−1) M^k. */
function cumulated({ cards, links }: SignedMap, end: End, damping: number): readonly number[] {
  const other = end === "from" ? "to" : "from";
  let last: readonly number[] = cards.map(() => 1);
  const all = cards.map(() => 0);
  for (let k = 0; k < LONGEST_WAY; k += 1) {
    const next = cards.map(() => 0);
    for (const link of links)
      next[link[end]] = (next[link[end]] ?? 0) + link.strength * (k === 0 ? 1 : damping) * (last[link[other]] ?? 0);
    for (const [i, value] of next.entries()) all[i] = (all[i] ?? 0) + value;
    last = next;
  }
  return all;
}

const sum = (values: readonly number[], isCounted: readonly boolean[]): number =>
  values.reduce((all, value, i) => (isCounted[i] === true ? all + value : all), 0);
function sharesOf(values: readonly number[], isRanked: readonly boolean[]): readonly number[] {
  const whole = sum(values, isRanked);
  return values.map((value, i) => (isRanked[i] === true && whole > 0 ? value / whole : 0));
}
function ranksOf(values: readonly number[], isRanked: readonly boolean[]): readonly (number | undefined)[] {
  const ranked = values.filter((_, i) => isRanked[i]);
  if (ranked.every((value) => value === 0)) return values.map(() => undefined);
  return values.map((value, i) =>
    isRanked[i] === true ? 1 + ranked.filter((other) => other > value).length : undefined,
  );
}
function quadrantOf(x: number, y: number): CardStructure["quadrant"] {
  if (Math.abs(x - 1) < MARGIN || Math.abs(y - 1) < MARGIN) return "between";
  if (y > 1) return x > 1 ? "relay" : "driver";
  return x > 1 ? "dependent" : "autonomous";
}
