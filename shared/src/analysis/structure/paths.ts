import type { CardId, LinkId } from "../../terms/index.ts";
import type { SignedMap } from "./map.ts";

/** A chain of influences: what the first card does to the last. */
export interface CausalPath {
  /** from the first card to the last, one more than links */
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
  /** product of the signs: 1 = more of the first gives more of the last */
  readonly polarity: 1 | -1;
  /** product of strength / 3, above 0 and at most 1 */
  readonly strength: number;
}

/** Longest chain that a person still follows, in links. */
const MAX_LINKS = 4;

/** A map, ready for questions about its strongest paths. */
export interface PathFinder {
  /**
   * The strongest chain to each card that `from` acts on, directly or through others: largest product first, then the longer one, which says
   * more, then by the order of the map. One that is only the beginning of another, as strong one is left out.
   * @param from a place in the map
   */
  strongestFrom(from: number, count: number): readonly CausalPath[];
}

interface Step {
  readonly product: number;
  /** index of the last link */
  readonly link: number;
  readonly before: Step | undefined;
  readonly length: number;
}

/**
 * Prepares a map for questions about its strongest paths.
 *
 * The product of strengths is the largest over chains of at most four links: each round goes one link further from the cards that
 * were reached better in the round before. A product never grows by a link, so the best chain passes no card twice.
 * Example: a –3→ b –2→ c has a→b with 1 and a→b→c with 2/3.
 */
export function createPathFinder(map: SignedMap): PathFinder {
  const out: number[][] = map.cards.map(() => []);
  for (const [index, { from }] of map.links.entries()) out[from]?.push(index);

  const reach = (from: number): ReadonlyMap<number, Step> => {
    const best = new Map<number, Step>();
    let edge = new Map<number, Step | undefined>([[from, undefined]]);
    for (let length = 1; length <= MAX_LINKS && edge.size > 0; length += 1) {
      const next = new Map<number, Step | undefined>();
      for (const [card, before] of edge) {
        for (const link of out[card] ?? []) {
          const { to, strength } = map.links[link] ?? { to: from, strength: 0 };
          if (to === from) continue;
          const product = ((before?.product ?? 1) * strength) / 3;
          const known = best.get(to);
          if (known && known.product >= product - TIE) continue;
          const step = { product, link, before, length };
          best.set(to, step);
          next.set(to, step);
        }
      }
      edge = next;
    }
    return best;
  };
  /** Whether a chain that is as strong goes on from the end of this one, whichever of several equal ones was kept for it. */
  const goesOn = (from: number, end: number, step: Step, best: ReadonlyMap<number, Step>): boolean =>
    (out[end] ?? []).some((link) => {
      const { to, strength } = map.links[link] ?? { to: from, strength: 0 };
      const further = best.get(to);
      return (
        to !== from &&
        further?.length === step.length + 1 &&
        Math.abs(further.product - (step.product * strength) / 3) <= TIE &&
        Math.abs(further.product - step.product) <= TIE
      );
    });
  const toPath = (last: Step): CausalPath => {
    const steps: Step[] = [];
    for (let step: Step | undefined = last; step; step = step.before) steps.unshift(step);
    const links = steps.flatMap(({ link }) => map.links[link] ?? []);
    const ends = [links[0]?.from, ...links.map(({ to }) => to)];
    return {
      cards: ends.flatMap((place) => map.cards[place ?? -1]?.id ?? []),
      links: links.map(({ id }) => id),
      polarity: links.filter(({ polarity }) => polarity === -1).length % 2 === 0 ? 1 : -1,
      // of whole numbers, so that the order of the links can't be seen in it
      strength: links.reduce((product, { strength }) => product * strength, 1) / 3 ** links.length,
    };
  };
  return {
    strongestFrom: (from, count) => {
      const best = reach(from);
      const sorted = [...best].sort(([a, one], [b, other]) => inOrder(one, other) || a - b);
      const chosen: CausalPath[] = [];
      for (const [end, step] of sorted) {
        if (chosen.length === count) break;
        if (!goesOn(from, end, step, best)) chosen.push(toPath(step));
      }
      return chosen;
    },
  };
}

/** Products that differ by less are equal, in whatever order they were multiplied. */
const TIE = 1e-12;

const inOrder = (one: Step, other: Step): number =>
  Math.abs(one.product - other.product) > TIE ? other.product - one.product : other.length - one.length;
