import type { Robustness } from "@palabre/shared/analysis/decision";
import type { GroupWeight, LinkId } from "@palabre/shared/terms";
import { toldRobustness } from "./toldRobustness.ts";

/** How well the choice holds, as far as it can be told; undefined where there is nothing to tell. */
export type Held = Robustness | "computing" | "beyond" | undefined;

type Annotations = Parameters<typeof toldRobustness>[0];
type Weights = ReadonlyMap<LinkId, Pick<GroupWeight, "n">>;

/**
 * Whose figures are shown: the page's own until people have weighed the links, then those of the server, which alone has their papers. What the
 * page computes knows nobody's weighing, and would say that there is none.
 * @param own what the page computes from the map as it counts, and whether that is all of it
 */
export function heldRobustness(
  own: { readonly answer: Robustness | undefined; readonly isFresh: boolean },
  annotations: Annotations,
  weights: Weights,
): Held {
  const ownHeld = own.answer && { ...own.answer, isWhole: own.isFresh };
  if (weights.size === 0) return ownHeld;
  const told = toldRobustness(annotations);
  if (told !== undefined) return told;
  const readings = [...annotations.cards.values()].flatMap((annotation) => annotation.readings);
  const bests = readings.filter(({ measure }) => measure === "best");
  // drawn from one person, by a server that knows what the group gave: its papers count no longer, and both draw alike
  if (bests.some(({ state }) => state === "known")) return isAware(annotations, weights) ? ownHeld : "computing";
  if (bests.length > 0) return "computing";
  // one strategy is the best of itself
  const beyond = readings.filter(({ measure, state }) => measure === "effect" && state === "beyond");
  return beyond.length > 1 ? "beyond" : undefined;
}

/** Whether what is said of links counts the people who weighed them: from five on, where who drew one is one. */
const isAware = ({ links }: Annotations, weights: Weights): boolean =>
  [...weights].some(([link, { n }]) => links.get(link)?.n === n);
