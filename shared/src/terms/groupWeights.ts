import type { Ballot } from "./ballot.ts";
import type { LinkId } from "./ids.ts";
import { STRENGTHS, type Link } from "./link.ts";

/** What a group gave a link: the median of −3 to 3, its quartiles, and how many weighed it. */
export interface GroupWeight {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}
/** What the group gave links; those without an entry are taken as they are drawn. */
export type LinkWeights = ReadonlyMap<LinkId, Pick<GroupWeight, "median">>;

/**
 * What published ballots give links; of several that weighed one the latest counts.
 * @param ballots in any order; what is not published, or held back, says nothing, nor does a link that too few weighed
 */
export function readGroupWeights(ballots: Iterable<Ballot>): ReadonlyMap<LinkId, GroupWeight> {
  const told = [...ballots].flatMap(({ tally }) =>
    tally === undefined || tally.isHeldBack === true || tally.method !== "links" ? [] : [tally],
  );
  const weights = new Map<LinkId, GroupWeight>();
  for (const { perOption } of told.toSorted((a, b) => a.publishedAt - b.publishedAt))
    for (const [on, option] of Object.entries(perOption)) {
      if (option?.median === undefined || option.low === undefined || option.high === undefined) continue;
      const { median, low, high, n = 0 } = option;
      // the options of a weighing are links
      weights.set(on as LinkId, { median, low, high, n });
    }
  return weights;
}

/** What counts of a link, −3 to 3: the group's median where one is published, else polarity × strength as drawn. 0 = no effect. */
export const weightOf = (link: Pick<Link, "id" | "polarity" | "strength">, weights: LinkWeights): number =>
  weights.get(link.id)?.median ?? (link.polarity === "-" ? -link.strength : link.strength);

/**
 * A link as it counts, for sentences: with the sign and the nearest strength of the group's median where one is published.
 * @returns undefined for one of which the group says that it has no effect
 */
export function asWeighed(link: Link, weights: LinkWeights): Link | undefined {
  const median = weights.get(link.id)?.median;
  if (median === undefined) return link;
  const strength = STRENGTHS.findLast((each) => each <= Math.max(1, Math.round(Math.abs(median))));
  if (median === 0 || strength === undefined) return undefined;
  return { ...link, polarity: median < 0 ? "-" : "+", strength };
}

/** All links as they count; those without effect stay as they are drawn, since nothing is told along them. */
export const asAllWeighed = (links: ReadonlyMap<LinkId, Link>, weights: LinkWeights): ReadonlyMap<LinkId, Link> =>
  weights.size === 0 ? links : new Map([...links].map(([id, link]) => [id, asWeighed(link, weights) ?? link]));
