import { createRandom } from "../statistics/index.ts";
import { toGraphology, type Graphology, type PlainGraph } from "./centrality.ts";
import { louvain, modularity } from "./graphology.ts";

/** Starts of the search: its best differs by 0.004 of 0.42 from start to start. */
const RUNS = 20;

/** Groups of places that act on each other more than on the rest. */
export interface Communities {
  /** by place; 0 is the largest group, of equal ones the one with the first place */
  readonly groups: readonly number[];
  /** Newman's Q, resolution 1; undefined without edges */
  readonly modularity: number | undefined;
}

/**
 * Finds communities by the Louvain method: the best of several seeded runs, of equal ones the one with the smallest labels.
 *
 * What is undirected is looked at: give pairs once, with the sum of their weights. Without edges each place is its own group.
 * @param runs fewer for a large graph
 * @see Blondel et al., "Fast unfolding of communities in large networks", 2008, doi:10.1088/1742-5468/2008/10/P10008
 */
export function findCommunities(graph: Omit<PlainGraph, "isDirected">, runs: number = RUNS): Communities {
  const graphology = toGraphology({ ...graph, isDirected: false });
  if (graph.edges.length === 0)
    return { groups: Array.from({ length: graph.size }, (_, place) => place), modularity: undefined };
  let best: { readonly q: number; readonly groups: readonly number[]; readonly key: string } | undefined;
  for (let run = 1; run <= runs; run += 1) {
    const random = createRandom(run);
    const found = louvain.detailed(graphology, { getEdgeWeight: "weight", rng: random.next });
    const groups = bySize(graphology.mapNodes((node) => found.communities[node] ?? 0));
    const key = groups.join(" ");
    const isBetter =
      best === undefined || found.modularity > best.q + TIE || (found.modularity > best.q - TIE && key < best.key);
    if (isBetter) best = { q: found.modularity, groups, key };
  }
  return { groups: best?.groups ?? [], modularity: best?.q };
}
const TIE = 1e-12;

/** Newman's Q of given groups, by place; undefined without edges. @see Newman, Girvan, 2004 */
export function modularityOf(graph: Graphology, groups: readonly number[]): number | undefined {
  if (graph.size === 0) return undefined;
  graph.forEachNode((node) => graph.setNodeAttribute(node, "community", groups[Number(node)] ?? 0));
  return modularity(graph, { getNodeCommunity: "community", getEdgeWeight: null });
}

/** Numbers groups anew: the largest is 0; of equal ones, the one whose first place comes first. */
function bySize(labels: readonly number[]): readonly number[] {
  const groups = new Map<number, { size: number; readonly first: number }>();
  for (const [place, label] of labels.entries()) {
    const group = groups.get(label);
    if (group) group.size += 1;
    else groups.set(label, { size: 1, first: place });
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const numbers = new Map(sorted.map(([label], number) => [label, number]));
  return labels.map((label) => numbers.get(label) ?? 0);
}
