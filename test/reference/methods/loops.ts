import { findCircuits } from "@palabre/shared/analysis/structure";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const edge = z.strictObject({
  from: z.string(),
  to: z.string(),
  sign: z.literal([1, -1, 0]).optional(),
  delayed: z.boolean().optional(),
});
const input = z
  .strictObject({ edges: z.array(edge), maxLength: z.int().positive().optional() })
  .refine(({ edges }) => edges.every(({ from, to }) => from !== to), "an edge goes from a node to itself")
  .refine(
    ({ edges }) => new Set(edges.map(({ from, to }) => JSON.stringify([from, to]))).size === edges.length,
    "two edges go from one node to another",
  );
const loopList = z.array(z.array(z.string()).min(1));

export const loops = defineMethod({
  name: "loops",
  input,
  expected: z
    .strictObject({
      count: z.int(),
      loops: loopList,
      reinforcing: loopList,
      balancing: loopList,
      undetermined: loopList,
      delayed: loopList,
    })
    .partial(),
  shapes: {
    loops: "loops",
    reinforcing: "loops",
    balancing: "loops",
    undetermined: "loops",
    delayed: "loops",
  },
  compute({ edges, maxLength }) {
    const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
    const place = new Map(nodes.map((node, index) => [node, index]));
    const found = findCircuits(
      {
        size: nodes.length,
        edges: edges.map(({ from, to, sign = 0 }) => ({ from: place.get(from) ?? 0, to: place.get(to) ?? 0, sign })),
      },
      maxLength === undefined ? {} : { maxLength },
    ).loops;
    const named = (which: (circuit: (typeof found)[number]) => boolean) =>
      found.filter(which).map((circuit) => circuit.nodes.map((node) => nodes[node]));
    return {
      count: found.length,
      loops: named(() => true),
      reinforcing: named(({ sign }) => sign === 1),
      balancing: named(({ sign }) => sign === -1),
      undetermined: named(({ sign }) => sign === 0),
      delayed: named((circuit) => circuit.edges.some((index) => edges[index]?.delayed === true)),
    };
  },
});
