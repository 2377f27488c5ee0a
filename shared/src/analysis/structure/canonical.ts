/** A graph whose nodes and edges are told apart by whole numbers only. */
export interface LabelledGraph {
  readonly labels: readonly number[];
  /** from, to, label */
  readonly edges: readonly (readonly [from: number, to: number, label: number])[];
}

/** Nodes by what they are in the graph. */
export interface CanonicalOrder {
  /** the nodes, in an order that does not hang on the order in which they are given, but for nodes that could stand for each other */
  readonly order: readonly number[];
  /** equal for nodes that nothing around them tells apart */
  readonly colours: Int32Array;
}

/**
 * Orders the nodes of a graph by what is around them, so that chance can be dealt out alike under other names and in other orders.
 *
 * Colour refinement: each node's colour takes in the colours around it until no more nodes are told apart; then one of the
 * nodes that are still alike is marked and the refinement goes on. Nodes of which each can stand for the other come out in
 * either order, which then makes no difference to the graph as a whole.
 * @see Weisfeiler, Leman, "The reduction of a graph to canonical form", 1968; McKay, "Practical graph isomorphism", 1981
 */
export function orderCanonically(graph: LabelledGraph): CanonicalOrder {
  const colours = coloursOf(graph);
  let marked = colours;
  for (let mark = 1; mark < graph.labels.length; mark += 1) {
    const next = firstAlike(marked);
    if (next === undefined) break;
    marked = Int32Array.from(marked);
    marked[next] = mix((marked[next] ?? 0) + 0x5bd1e995);
    marked = refine(graph, marked);
  }
  const last = marked;
  return { order: [...graph.labels.keys()].sort((a, b) => (last[a] ?? 0) - (last[b] ?? 0)), colours };
}

/**
 * Equal for nodes that nothing around them tells apart; marks no node.
 * @param rounds how many edges away one looks at most, each round a look at each edge: along a chain of thousands the ends are
 *   seen from its middle after thousands of rounds only; all of them unless given
 */
export const coloursOf = (graph: LabelledGraph, rounds: number = Number.POSITIVE_INFINITY): Int32Array =>
  refine(graph, Int32Array.from(graph.labels, mix), rounds);

/** Scatters the bits of a number (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function refine({ edges }: LabelledGraph, start: Int32Array, rounds = Number.POSITIVE_INFINITY): Int32Array {
  let colours = start;
  let count = new Set(colours).size;
  for (let round = 0; round < rounds; round += 1) {
    // sums, since the order of the edges is nobody's
    const next = Int32Array.from(colours, (colour) => mix(colour + 1));
    for (const [from, to, label] of edges) {
      next[to] = (next[to] ?? 0) + mix(Math.imul(colours[from] ?? 0, 31) + mix(2 * label));
      next[from] = (next[from] ?? 0) + mix(Math.imul(colours[to] ?? 0, 37) + mix(2 * label + 1));
    }
    const told = new Set(next).size;
    if (told <= count) return colours;
    [colours, count] = [next, told];
  }
  return colours;
}

/** Of the nodes that are alike, the first with the lowest colour. */
function firstAlike(colours: Int32Array): number | undefined {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const alike = [...counts].filter(([, count]) => count > 1).map(([colour]) => colour);
  return alike.length === 0 ? undefined : colours.indexOf(Math.min(...alike));
}
