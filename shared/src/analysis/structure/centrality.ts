import { DirectedGraph, UndirectedGraph } from "graphology";
import { betweenness, closeness, eigenvector, pagerank } from "./graphology.ts";

/** A graph by pairs of places, each pair once and no place with itself; weights are 1 unless given. */
export interface PlainGraph {
  readonly isDirected: boolean;
  readonly size: number;
  readonly edges: readonly (readonly [from: number, to: number, weight?: number])[];
}
export type Graphology = DirectedGraph | UndirectedGraph;

export function toGraphology({ isDirected, size, edges }: PlainGraph): Graphology {
  const graph = isDirected ? new DirectedGraph() : new UndirectedGraph();
  for (let place = 0; place < size; place += 1) graph.addNode(String(place));
  for (const [from, to, weight = 1] of edges) graph.addEdge(String(from), String(to), { weight });
  return graph;
}

/** Figures in the order of places. */
const listOf = (graph: Graphology, figures: Readonly<Record<string, number>>): readonly number[] =>
  graph.mapNodes((node) => figures[node] ?? 0);

/** How many edges touch each place. */
export const degreesOf = (graph: Graphology): readonly number[] => graph.mapNodes((node) => graph.degree(node));

/** Share of the shortest paths between others that pass each place, weights aside; 0 with fewer than three places. @see Brandes, 2001 */
export const betweennessOf = (graph: Graphology): readonly number[] =>
  graph.order < 3 ? degreesOf(graph).map(() => 0) : listOf(graph, betweenness(graph, { getEdgeWeight: null }));

/** (Places that can be reached) / (sum of their distances); 0 for one that reaches nothing. */
export const closenessOf = (graph: Graphology): readonly number[] => listOf(graph, closeness(graph));

/** What a random reader meets; sums to 1. An undirected edge counts both ways. @param damping below 1 @see Brin, Page, 1998 */
export const pagerankOf = (graph: Graphology, damping = 0.85, isWeighted = false): readonly number[] =>
  graph.order === 0
    ? []
    : listOf(
        graph,
        pagerank(graph, {
          alpha: damping,
          getEdgeWeight: isWeighted ? "weight" : null,
          maxIterations: 10_000,
          tolerance: isWeighted ? 1e-9 : 1e-13,
        }),
      );

/** The principal eigenvector, ≥ 0 and of length 1; undefined without edges, or where it does not settle. */
export function eigenvectorOf(graph: Graphology): readonly number[] | undefined {
  if (graph.size === 0) return undefined;
  try {
    return listOf(graph, eigenvector(graph, { getEdgeWeight: null, maxIterations: 100_000, tolerance: 1e-13 }));
  } catch {
    // the library's word for a graph whose eigenvalues are too near each other
    return undefined;
  }
}
