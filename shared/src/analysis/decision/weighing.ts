import type { LinkId } from "../../terms/index.ts";
import { signedStrengths } from "../scenario/index.ts";
import type { Random } from "../statistics/index.ts";
import type { SignedMap } from "../structure/index.ts";

/** How one person weighs influences: −3 (strongly less) to 3 (strongly more), 0 for none. Links without an entry were not weighed. */
export type Weighing = ReadonlyMap<LinkId, number>;

/** What a group says of each link of a map, and what it could have said. */
export interface GroupWeights {
  /** medians, in the order of the map; what is drawn where nobody weighed */
  readonly medians: Float64Array;
  /** The medians of as many people drawn with replacement, into `into`. */
  draw(random: Random, into: Float64Array): void;
}

const STRONGEST = 3;
const WEAKEST = 1;

/**
 * Puts the weighings of a group together.
 *
 * People are drawn, not single weights: each brings all that they weighed, which keeps what they think of one piece. A link
 * of which several people drawn have a view has the median of these; one that none of them weighed, the median of all. Where
 * one person alone weighed a link, or nobody but whoever drew it, nothing says how sure that is: it moves a step up or down,
 * each with probability ¼.
 * @param links places of the links in the order in which chance is dealt out
 */
export function gatherWeights(map: SignedMap, people: readonly Weighing[], links: readonly number[]): GroupWeights {
  const medians = signedStrengths(map);
  const lone: number[] = [];
  const shared: { readonly link: number; readonly voices: readonly Voice[] }[] = [];
  for (const link of links) {
    const voices = voicesOf(people, map.links[link]?.id);
    if (voices.length > 0) medians[link] = medianOf(voices, undefined) ?? 0;
    if (voices.length > 1) shared.push({ link, voices });
    else lone.push(link);
  }
  const drawn = new Int32Array(people.length);
  return {
    medians,
    draw(random, into) {
      into.set(medians);
      drawn.fill(0);
      for (let turn = 0; turn < people.length; turn += 1) {
        const person = random.integer(people.length);
        drawn[person] = (drawn[person] ?? 0) + 1;
      }
      for (const { link, voices } of shared) {
        const median = medianOf(voices, drawn);
        if (median !== undefined) into[link] = median;
      }
      for (const link of lone) {
        const chance = random.next();
        if (chance < 0.5) into[link] = stepFrom(medians[link] ?? 0, chance < 0.25 ? -1 : 1);
      }
    },
  };
}

/** The weight a step weaker or stronger, from 1 to 3 with its sign kept; no influence becomes a weak one, of either sign. */
export function stepFrom(weight: number, by: 1 | -1): number {
  if (weight === 0) return by;
  return Math.sign(weight) * Math.min(STRONGEST, Math.max(WEAKEST, Math.abs(weight) + by));
}

interface Voice {
  readonly person: number;
  readonly weight: number;
}

/** Who weighed a link, by rising weight. */
function voicesOf(people: readonly Weighing[], link: LinkId | undefined): readonly Voice[] {
  return people
    .flatMap((weighing, person): Voice[] => {
      const weight = link === undefined ? undefined : weighing.get(link);
      if (weight === undefined || Number.isNaN(weight)) return [];
      return [{ person, weight: Math.min(STRONGEST, Math.max(-STRONGEST, weight)) }];
    })
    .sort((a, b) => a.weight - b.weight);
}

/** The middle weight, each voice counted as often as its person was drawn; undefined when nobody was. */
function medianOf(voices: readonly Voice[], drawn: Int32Array | undefined): number | undefined {
  let count = 0;
  for (const { person } of voices) count += drawn?.[person] ?? (drawn === undefined ? 1 : 0);
  if (count === 0) return undefined;
  let passed = 0;
  let lower: number | undefined;
  for (const { person, weight } of voices) {
    passed += drawn?.[person] ?? (drawn === undefined ? 1 : 0);
    if (lower === undefined && 2 * passed >= count) lower = weight;
    if (lower !== undefined && 2 * passed > count) return (lower + weight) / 2;
  }
  return lower;
}
