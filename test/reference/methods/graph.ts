import {
  betweennessOf,
  closenessOf,
  degreesOf,
  eigenvectorOf,
  findCommunities,
  modularityOf,
  pagerankOf,
  toGraphology,
} from "@palabre/shared/analysis/structure";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figuresOrNull } from "../schemas.ts";

const input = z
  .strictObject({
    directed: z.boolean(),
    edges: z.array(z.tuple([z.string(), z.string()])),
    damping: z.number().min(0).lt(1).optional(),
    partitions: z.record(z.string(), z.array(z.array(z.string()))).optional(),
  })
  .refine(({ edges }) => edges.every(([from, to]) => from !== to), "an edge goes from a node to itself")
  .refine(
    ({ directed, edges }) =>
      new Set(edges.map((edge) => JSON.stringify(directed ? edge : edge.toSorted()))).size === edges.length,
    "an edge stands twice",
  )
  .refine(({ edges, partitions = {} }) => {
    const nodes = new Set(edges.flat());
    return Object.values(partitions).every((groups) => {
      const members = groups.flat();
      return (
        members.length === nodes.size && new Set(members).size === nodes.size && members.every((one) => nodes.has(one))
      );
    });
  }, "a partition does not hold every node once");

export const graph = defineMethod({
  name: "graph",
  input,
  expected: z
    .strictObject({
      nodeCount: z.int(),
      edgeCount: z.int(),
      degree: figuresOrNull,
      betweenness: figuresOrNull,
      closeness: figuresOrNull,
      pagerank: figuresOrNull,
      eigenvector: figuresOrNull,
      modularity: figuresOrNull,
      bestModularityAtLeast: z.number().nullable(),
    })
    .partial(),
  compute({ directed, edges, damping, partitions = {} }) {
    const nodes = [...new Set(edges.flat())];
    const place = new Map(nodes.map((node, index) => [node, index]));
    const placed = edges.map(([from, to]) => [place.get(from) ?? 0, place.get(to) ?? 0] as const);
    const plain = toGraphology({ isDirected: directed, size: nodes.length, edges: placed });
    const record = (list: readonly (number | undefined)[] | undefined) =>
      Object.fromEntries(nodes.map((node, index) => [node, list?.[index] ?? null]));
    return {
      nodeCount: nodes.length,
      edgeCount: edges.length,
      degree: record(degreesOf(plain)),
      betweenness: record(betweennessOf(plain)),
      closeness: record(closenessOf(plain)),
      pagerank: record(pagerankOf(plain, damping)),
      eigenvector: record(eigenvectorOf(plain)),
      modularity: Object.fromEntries(
        Object.entries(partitions).map(([name, groups]) => [
          name,
          modularityOf(
            plain,
            nodes.map((node) => groups.findIndex((group) => group.includes(node))),
          ) ?? null,
        ]),
      ),
      bestModularity: findCommunities({ size: nodes.length, edges: oneWay(placed) }).modularity ?? null,
    };
  },
});

/** Each pair once, whichever way it points. */
function oneWay(edges: readonly (readonly [number, number])[]): readonly (readonly [number, number, number])[] {
  const weights = new Map<string, readonly [number, number, number]>();
  for (const [from, to] of edges) {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const key = `${low} ${high}`;
    weights.set(key, [low, high, (weights.get(key)?.[2] ?? 0) + 1]);
  }
  return [...weights.values()];
}
