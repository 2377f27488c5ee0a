import { componentsOf } from "./components.ts";
import type { MapLink, SignedMap } from "./map.ts";

/** A part of a map in which each card acts on each, however far. */
interface Knot {
  readonly size: number;
  readonly links: readonly Pick<MapLink, "from" | "to" | "strength">[];
}

/** Steps after which the growth is looked at, and over how many at least: so few on a large map, so many on one that people overlook. */
const [FEW, MANY] = [24, 96];
/** Looks at links that are made for it, more or less. */
const MOST_LOOKS = 1_000_000;

/**
 * How much the powers of a map grow from one to the next: its spectral radius, signs aside. The largest row sum where every chain ends, 1
 * without links.
 *
 * The map grows as the fastest of its knots does. A knot whose loops all have lengths that are multiples of a number takes that many steps to
 * come back to itself, so that it is looked at over a multiple of these: a ring of five cards, say, over a hundred steps.
 */
export function growthOf(map: SignedMap): number {
  const knots = knotsOf(map);
  if (knots.length === 0) return Math.max(0, ...rowSums(map.cards.length, map.links)) || 1;
  return Math.max(...knots.map(growthOfKnot));
}

function knotsOf({ cards, links }: SignedMap): readonly Knot[] {
  const targets = cards.map((): number[] => []);
  for (const { from, to } of links) targets[from]?.push(to);
  const components = componentsOf(targets);
  const places = new Map<number, Map<number, number>>();
  for (const [card, component] of components.entries()) {
    if (component === -1) continue;
    const own = places.get(component) ?? new Map<number, number>();
    places.set(component, own.set(card, own.size));
  }
  const inside = new Map([...places.keys()].map((component) => [component, [] as Knot["links"][number][]]));
  for (const { from, to, strength } of links) {
    const component = components[from] ?? -1;
    const [start, end] = [places.get(component)?.get(from), places.get(component)?.get(to)];
    if (start !== undefined && end !== undefined) inside.get(component)?.push({ from: start, to: end, strength });
  }
  return [...places].map(([component, own]) => ({ size: own.size, links: inside.get(component) ?? [] }));
}

function growthOfKnot(knot: Knot): number {
  const period = periodOf(knot);
  const steps = Math.min(MANY, Math.max(FEW, Math.floor(MOST_LOOKS / 2 / knot.links.length)));
  // a period of thousands is not waited for
  const look = period * knot.links.length > MOST_LOOKS ? steps : period * Math.ceil(steps / period);
  const times = timesOf(knot);
  let weights = new Float64Array(knot.size).fill(1);
  let growth = 0;
  for (let step = 0; step < steps + look; step += 1) {
    const next = times(weights);
    // the largest is the same in whatever order they come
    const largest = next.reduce((most, value) => Math.max(most, value), 0);
    if (step >= steps) growth += Math.log(largest);
    weights = next.map((value) => value / largest);
  }
  return Math.exp(growth / look);
}

/** The greatest number that divides the length of every loop of a knot. */
function periodOf({ size, links }: Knot): number {
  const out = Array.from({ length: size }, (): number[] => []);
  for (const { from, to } of links) out[from]?.push(to);
  // by steps from the first card: a link that goes elsewhere than one step further closes loops of lengths that differ so much
  const steps = new Map([[0, 0]]);
  let period = 0;
  for (const [card, step] of steps)
    for (const to of out[card] ?? []) {
      const known = steps.get(to);
      if (known === undefined) steps.set(to, step + 1);
      else period = greatestDivisor(period, Math.abs(step + 1 - known));
    }
  return Math.max(1, period);
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** M · weights, added up in an order that hangs on the terms alone. */
function timesOf({ size, links }: Knot): (weights: Float64Array) => Float64Array<ArrayBuffer> {
  const linksOf = Array.from({ length: size }, (): Knot["links"][number][] => []);
  for (const link of links) linksOf[link.from]?.push(link);
  const terms = new Float64Array(links.length);
  return (weights) =>
    Float64Array.from(linksOf, (own) => {
      for (const [index, { to, strength }] of own.entries()) terms[index] = strength * (weights[to] ?? 0);
      return sumInOrder(terms.subarray(0, own.length));
    });
}

const rowSums = (size: number, links: Knot["links"]): Float64Array =>
  timesOf({ size, links })(new Float64Array(size).fill(1));

/** Puts them in order, and is the same whatever that was before. */
export function sumInOrder(terms: Float64Array): number {
  let sum = 0;
  for (const term of terms.length < 3 ? terms : terms.sort()) sum += term;
  return sum;
}
