import { findCircuits, findShorterCircuits, type CircuitBounds, type Circuits, type SignedGraph } from "./loops.ts";

export interface TellingBounds extends CircuitBounds {
  /** longest loop in nodes that a person still follows */
  readonly maxLength: number;
  /** so many loops are all listed, however long they are */
  readonly few: number;
  /** nodes of the largest component; no circuit is longer */
  readonly longest: number;
  /** whether the graph is small enough to look for circuits of any length */
  readonly isSearched: boolean;
}

/**
 * The circuits that are told of a map: all of them where they are few, else those of at most `maxLength` nodes.
 *
 * Whether longer ones are left out is found out by looking for one circuit more than are listed, of any length: between two circuits
 * Johnson's search looks at each edge a bounded number of times. Where none is short enough, the shortest there are stand for all. On a graph that is too large
 * for that, there may be longer ones wherever there is room for them.
 */
export function findTellingCircuits(graph: SignedGraph, bounds: TellingBounds): Circuits {
  const { few, longest, isSearched, ...short } = bounds;
  let found = findShorterCircuits(graph, short);
  if (longest <= short.maxLength || (!found.complete && found.loops.length > 0)) return found;
  if (!isSearched) return { ...found, complete: false };
  const all = findCircuits(graph, { maxLoops: Math.max(few, found.loops.length) });
  if (all.complete) return all;
  for (let maxLength = 2 * short.maxLength; found.loops.length === 0 && maxLength < 2 * longest; maxLength *= 2)
    found = findShorterCircuits(graph, { ...short, maxLength });
  return { ...found, complete: false };
}
