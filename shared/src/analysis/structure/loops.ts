import { componentsOf } from "./components.ts";

/** A directed graph of influences; nodes are 0 … size − 1. */
export interface SignedGraph {
  readonly size: number;
  /** none from a node to itself */
  readonly edges: readonly SignedEdge[];
}
export interface SignedEdge {
  readonly from: number;
  readonly to: number;
  /** 0 = not known */
  readonly sign: 1 | -1 | 0;
}
/** One elementary circuit, from its smallest node on, in the direction of influence. */
export interface Circuit {
  readonly nodes: readonly number[];
  /** indices of the edges: from `nodes[i]` to `nodes[i + 1]`, the last one back to the first node */
  readonly edges: readonly number[];
  /** product of the signs: 1 reinforces, −1 balances, 0 can't be told */
  readonly sign: 1 | -1 | 0;
}
export interface Circuits {
  readonly loops: readonly Circuit[];
  /** false when the budget ended the search: there are at least so many */
  readonly complete: boolean;
}
export interface CircuitBounds {
  /** longest loop in nodes; no bound when not given */
  readonly maxLength?: number;
  /** no more loops than this, and no more looks at an edge: work, not time, so that every machine finds the same */
  readonly maxLoops?: number;
  readonly maxVisits?: number;
}

/**
 * Finds the elementary circuits of a directed graph, each once.
 *
 * For each node in turn the circuits through it and larger nodes of its component: along ways of which each step can still come
 * back in time (the distances are known), so no way is walked in vain when lengths are bounded; without a bound, nodes from which no way
 * came back are shut until that changes (Johnson's blocking).
 *
 * Example: a → b, b → a, b → c, c → a has the circuits a b and a b c.
 * @returns by smallest node, then by the order of the edges; parallel edges make a circuit each
 * @see Johnson, "Finding all the elementary circuits of a directed graph", 1975, doi:10.1137/0204007; Tarjan, "Depth-first search and linear graph algorithms", 1972
 */
export function findCircuits({ size, edges }: SignedGraph, bounds: CircuitBounds = {}): Circuits {
  const { maxLength = size, maxLoops = Number.POSITIVE_INFINITY, maxVisits = Number.POSITIVE_INFINITY } = bounds;
  const isBounded = maxLength < size;
  const out: number[][] = Array.from({ length: size }, () => []);
  const into: number[][] = Array.from({ length: size }, () => []);
  for (const [index, { from, to }] of edges.entries()) {
    out[from]?.push(index);
    into[to]?.push(index);
  }
  const components = componentsOf(out.map((list) => list.map((edge) => edges[edge]?.to ?? 0)));
  const loops: Circuit[] = [];
  let visits = 0;
  let isSpent = false;

  const search = (start: number): void => {
    const isIn = (node: number) => node >= start && components[node] === components[start];
    const distance = distancesTo(start, into, edges, isIn, maxLength);
    const nodes = [start];
    const way: number[] = [];
    const isOn = new Set([start]);
    const shut = new Set<number>();
    const waiting = new Map<number, Set<number>>();
    const open = (node: number): void => {
      const stack = [node];
      for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        if (!shut.delete(next)) continue;
        stack.push(...(waiting.get(next) ?? []));
        waiting.delete(next);
      }
    };
    const walk = (node: number): boolean => {
      let cameBack = false;
      if (!isBounded) shut.add(node);
      for (const edge of out[node] ?? []) {
        visits += 1;
        const to = edges[edge]?.to ?? 0;
        isSpent ||= visits > maxVisits || (to === start && loops.length >= maxLoops);
        if (isSpent) return true;
        if (to === start) {
          loops.push(circuitOf([...nodes], [...way, edge], edges));
          cameBack = true;
          continue;
        }
        const back = distance.get(to);
        if (back === undefined || isOn.has(to) || shut.has(to)) continue;
        // without a bound this would shut a node for what is the way's length alone, and nothing would open it on a shorter way
        if (isBounded && nodes.length + back > maxLength) continue;
        nodes.push(to);
        way.push(edge);
        isOn.add(to);
        if (walk(to)) cameBack = true;
        isOn.delete(to);
        way.pop();
        nodes.pop();
      }
      if (isBounded) return cameBack;
      if (cameBack) open(node);
      else
        for (const edge of out[node] ?? []) {
          const to = edges[edge]?.to ?? 0;
          if (!isIn(to)) continue;
          const others = waiting.get(to) ?? new Set();
          waiting.set(to, others.add(node));
        }
      return cameBack;
    };
    walk(start);
  };
  for (let start = 0; start < size && !isSpent; start += 1) if (components[start] !== -1) search(start);
  return { loops, complete: !isSpent };
}

/**
 * Finds the circuits within the bounds; where their budget ends before the search does, all circuits up to the greatest length that it allows.
 *
 * So that which ones are listed does not hang on the order of nodes and edges, and nodes that are alike are on as many. Only where
 * circuits of two nodes are too many already, as many of these as the budget allows.
 * Example: K8 has 5,264 circuits of at most six nodes; with 5,000 allowed these are the 1,904 of at most five.
 */
export function findShorterCircuits(
  graph: SignedGraph,
  bounds: CircuitBounds & { readonly maxLength: number },
): Circuits {
  let found = findCircuits(graph, bounds);
  if (found.complete) return found;
  // from short to long: each length costs many times the one before, so that all together cost less than the search that was cut
  for (let maxLength = 2; maxLength < bounds.maxLength; maxLength += 1) {
    const shorter = findCircuits(graph, { ...bounds, maxLength });
    if (!shorter.complete) return maxLength === 2 ? shorter : found;
    found = { loops: shorter.loops, complete: false };
  }
  return found;
}

/** How many edges it takes from a node to `goal`, for those near enough to be on a loop of the allowed length. */
function distancesTo(
  goal: number,
  into: readonly (readonly number[])[],
  edges: readonly SignedEdge[],
  isIn: (node: number) => boolean,
  maxLength: number,
): ReadonlyMap<number, number> {
  const distance = new Map([[goal, 0]]);
  // a map goes on with what is added to it meanwhile
  for (const [node, steps] of distance) {
    if (steps + 1 >= maxLength) continue;
    for (const edge of into[node] ?? []) {
      const from = edges[edge]?.from ?? 0;
      if (isIn(from) && !distance.has(from)) distance.set(from, steps + 1);
    }
  }
  return distance;
}

function circuitOf(nodes: readonly number[], way: readonly number[], edges: readonly SignedEdge[]): Circuit {
  const product = way.reduce((all, edge) => all * (edges[edge]?.sign ?? 0), 1);
  return { nodes, edges: way, sign: product === 0 ? 0 : product > 0 ? 1 : -1 };
}
