import type { LinkAnnotation, LinkId } from "../terms/index.ts";
import { roundShare } from "./rounded.ts";
import type { Thought } from "./thought.ts";
import { NO_VOTES, type Votes } from "./votes.ts";

/**
 * What is known of links beyond what is drawn: the loops through them, and the strategy that would be best if they were one step
 * stronger or weaker.
 *
 * Until a ballot publishes a median, a link was weighed by one person, who drew it.
 * @param weights what the group gave links
 * @returns only links that have something to say
 */
export function annotateLinks(
  { map, structure, robustness }: Thought,
  weights: Votes["links"] = NO_VOTES.links,
): ReadonlyMap<LinkId, LinkAnnotation> {
  const counts = new Map<LinkId, { reinforcing: number; balancing: number }>();
  for (const { links, kind } of structure.loops) {
    for (const link of links) {
      const count = counts.get(link) ?? { reinforcing: 0, balancing: 0 };
      count[kind] += 1;
      counts.set(link, count);
    }
  }
  const deciding = robustness === "pending" ? [] : (robustness?.deciding ?? []);
  const winners = new Map(deciding.map((each) => [each.link, each] as const));
  const isPartial = !structure.complete;
  return new Map(
    [...map.links, ...(map.silent ?? [])].flatMap(({ id, polarity, strength }): [LinkId, LinkAnnotation][] => {
      const loops = counts.get(id);
      const { winner, isTied = false, loss = 0 } = winners.get(id) ?? {};
      const weight = weights.get(id);
      if (loops === undefined && winner === undefined && weight === undefined) return [];
      return [
        [
          id,
          {
            strength: weight?.median ?? polarity * strength,
            n: weight?.n ?? 1,
            ...(weight ? { low: weight.low, high: weight.high } : {}),
            reinforcing: loops?.reinforcing ?? 0,
            balancing: loops?.balancing ?? 0,
            ...(isPartial ? { isPartial } : {}),
            ...(winner === undefined ? {} : { winner, loss: roundShare(loss) }),
            ...(isTied ? { isTied } : {}),
          },
        ],
      ];
    }),
  );
}
