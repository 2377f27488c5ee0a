import type { SignedMap } from "../structure/index.ts";

/**
 * The influences of a map as they are counted: sparse, each pair of cards once, by the card that is acted on.
 *
 * Card j is acted on by `sources[e]` with `weights[e]`, e from `starts[j]` up to `starts[j + 1]`.
 */
export interface Wires {
  /** how many cards */
  readonly size: number;
  readonly starts: Int32Array;
  readonly sources: Int32Array;
  /** −1 to 1; written again by `weigh` */
  readonly weights: Float64Array;
  /** the entry e to which each link of the map belongs, in the map's order */
  readonly entries: Int32Array;
}

/** Lays the wires of a map, with the strengths drawn on the board. */
export function createWires(map: SignedMap): Wires {
  const size = map.cards.length;
  const keys = map.links.map(({ from, to }) => to * size + from);
  const pairs = [...new Set(keys)].sort((a, b) => a - b);
  const entryOf = new Map(pairs.map((key, entry) => [key, entry]));
  const starts = new Int32Array(size + 1);
  for (const key of pairs) bump(starts, Math.floor(key / size) + 1);
  for (let card = 0; card < size; card += 1) bump(starts, card + 1, starts[card] ?? 0);
  const wires: Wires = {
    size,
    starts,
    sources: Int32Array.from(pairs, (key) => key % size),
    weights: new Float64Array(pairs.length),
    entries: Int32Array.from(keys, (key) => entryOf.get(key) ?? 0),
  };
  weigh(wires, signedStrengths(map));
  return wires;
}

const bump = (counts: Int32Array, index: number, by = 1): void => {
  counts[index] = (counts[index] ?? 0) + by;
};

/** What is drawn on the board: polarity × strength of each link, −3 to 3. */
export const signedStrengths = ({ links }: SignedMap): Float64Array =>
  Float64Array.from(links, ({ polarity, strength }) => polarity * strength);

/**
 * Gives the wires other strengths: one for each link of the map, in its order, −3 to 3.
 *
 * A weight is the signed strength / 3; those of parallel links add up and are clipped to −1 … 1. Strengths are summed before
 * they are divided, so that the order of the links makes no difference.
 */
export function weigh({ weights, entries }: Wires, strengths: ArrayLike<number>): void {
  weights.fill(0);
  for (let link = 0; link < entries.length; link += 1) {
    const entry = entries[link] ?? 0;
    weights[entry] = (weights[entry] ?? 0) + (strengths[link] ?? 0);
  }
  for (let entry = 0; entry < weights.length; entry += 1)
    weights[entry] = Math.min(1, Math.max(-1, (weights[entry] ?? 0) / 3));
}

/** Which cards an influence from `from` can arrive at, those of `from` included: 1 or 0 a card. */
export function reachOf({ size, starts, sources }: Wires, from: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(size);
  for (const card of from) reached[card] = 1;
  for (let grew = true; grew;) {
    grew = false;
    for (let card = 0; card < size; card += 1) {
      if (reached[card] === 1) continue;
      for (let entry = starts[card] ?? 0; entry < (starts[card + 1] ?? 0); entry += 1) {
        if (reached[sources[entry] ?? 0] !== 1) continue;
        reached[card] = 1;
        grew = true;
        break;
      }
    }
  }
  return reached;
}
