import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCircuits, findShorterCircuits, type SignedEdge, type SignedGraph } from "./loops.ts";

const edge = (from: number, to: number, sign: SignedEdge["sign"] = 1): SignedEdge => ({ from, to, sign });
const allLinked = (size: number): SignedGraph => ({
  size,
  edges: Array.from({ length: size }, (_, from) => Array.from({ length: size }, (__, to) => edge(from, to)))
    .flat()
    .filter(({ from, to }) => from !== to),
});
const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { selector: ([a, b]) => a * size + b, maxLength: 24 })
    .map((pairs): SignedGraph => ({
      size,
      edges: pairs.filter(([a, b]) => a !== b).map(([a, b]) => edge(a, b, (a + b) % 3 === 0 ? -1 : 1)),
    })),
);
/** Every way from every node, without any cleverness. */
function circuitsByHand({ edges }: SignedGraph, maxLength: number): readonly string[] {
  const found = new Set<string>();
  const walk = (way: readonly number[]) => {
    const last = way.at(-1) ?? 0;
    for (const { from, to } of edges) {
      if (from !== last) continue;
      if (to === way[0]) found.add(way.join(" "));
      else if (to > (way[0] ?? 0) && !way.includes(to) && way.length < maxLength) walk([...way, to]);
    }
  };
  for (const start of new Set(edges.map(({ from }) => from))) walk([start]);
  return [...found].sort();
}

describe("feedback loops", () => {
  it("[M13] are found once each, from their first card on, with the product of their signs", () => {
    // more eggs, more chickens, more eggs; more chickens, more crossings, fewer chickens
    const farm = { size: 3, edges: [edge(0, 1), edge(1, 0), edge(0, 2), edge(2, 0, -1)] };
    expect(findCircuits(farm)).toEqual({
      loops: [
        { nodes: [0, 1], edges: [0, 1], sign: 1 },
        { nodes: [0, 2], edges: [2, 3], sign: -1 },
      ],
      complete: true,
    });
    expect(findCircuits({ size: 2, edges: [edge(0, 1, 0), edge(1, 0, -1)] }).loops).toEqual([
      { nodes: [0, 1], edges: [0, 1], sign: 0 },
    ]);
    // opposite links between two cards make a loop each
    expect(
      findCircuits({ size: 2, edges: [edge(0, 1), edge(0, 1, -1), edge(1, 0)] }).loops.map(({ sign }) => sign),
    ).toEqual([1, -1]);
  });
  it("[M13] are all there are, with and without a bound on their length", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 2, max: 6 }), (graph, maxLength) => {
        const namesOf = (bounds: { maxLength?: number }) =>
          findCircuits(graph, bounds)
            .loops.map(({ nodes }) => nodes.join(" "))
            .sort();
        expect(namesOf({})).toEqual(circuitsByHand(graph, graph.size));
        expect(namesOf({ maxLength })).toEqual(circuitsByHand(graph, maxLength));
      }),
    );
  });
  it("[M13] are all there are, also where a way that is too long to come back passes first", () => {
    const pairs = [
      [6, 0],
      [3, 1],
      [5, 11],
      [1, 2],
      [8, 0],
      [5, 4],
      [1, 11],
      [2, 3],
      [3, 0],
      [8, 3],
      [9, 6],
      [5, 1],
      [7, 9],
      [3, 5],
      [4, 2],
      [3, 6],
      [5, 7],
      [8, 6],
      [5, 6],
      [10, 7],
      [6, 11],
      [6, 1],
      [2, 5],
      [7, 2],
      [11, 10],
      [11, 6],
      [9, 8],
      [0, 9],
      [2, 9],
    ] as const;
    const graph = { size: 12, edges: pairs.map(([from, to]) => edge(from, to)) };
    const names = findCircuits(graph).loops.map(({ nodes }) => nodes.join(" "));
    expect(names).toContain("0 9 8 6 1 11 10 7 2 3");
    expect(names.toSorted()).toEqual(circuitsByHand(graph, graph.size));
  });
  it("[M14] end at a budget of work, and say that there are at least so many", () => {
    // K8 has 16,064 loops (OEIS A006231)
    expect(findCircuits(allLinked(8)).loops).toHaveLength(16_064);
    expect(findCircuits(allLinked(8), { maxLoops: 500 })).toMatchObject({ complete: false });
    expect(findCircuits(allLinked(8), { maxLoops: 500 }).loops).toHaveLength(500);
    expect(findCircuits(allLinked(40), { maxLength: 6, maxVisits: 1_000 }).complete).toBe(false);
  });
  it("[M14] when cut, are all up to a length, so that cards that are alike are on as many", () => {
    const { loops, complete } = findShorterCircuits(allLinked(8), { maxLength: 6, maxLoops: 5_000 });
    // of 2, 3, 4 and 5 cards: 28 + 112 + 420 + 1,344
    expect([loops.length, complete]).toEqual([1_904, false]);
    const on = Array.from({ length: 8 }, (_, node) => loops.filter(({ nodes }) => nodes.includes(node)).length);
    expect(new Set(on).size).toBe(1);
    // exactly as many as the budget allows are all there are
    expect(findShorterCircuits(allLinked(8), { maxLength: 5, maxLoops: 1_904 })).toMatchObject({ complete: true });
    expect(findShorterCircuits(allLinked(8), { maxLength: 6, maxLoops: 20 }).loops).toHaveLength(20);
  });
  it("[M29] are none on an empty map, one card, or a chain of ten thousand", () => {
    expect(findCircuits({ size: 0, edges: [] })).toEqual({ loops: [], complete: true });
    expect(findCircuits({ size: 1, edges: [] })).toEqual({ loops: [], complete: true });
    const long = { size: 10_000, edges: Array.from({ length: 9_999 }, (_, at) => edge(at, at + 1)) };
    expect(findCircuits(long)).toEqual({ loops: [], complete: true });
  });
});
