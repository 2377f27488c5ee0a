import type { Placed } from "@palabre/shared/outline";
import type { CardId, Pair } from "@palabre/shared/terms";
import { middleOf } from "./box.ts";

export type Direction = "left" | "right" | "up" | "down";
/** A card straight ahead is worth one this much nearer that lies aside. */
const ASIDE = 2;

/**
 * The card that a person means by "the next one that way": within 45° or overlapping ahead, nearest first, straight ahead before aside.
 * Cards that only begin behind the middle of the one left are not ahead.
 */
export function findNearest(from: Placed, cards: Iterable<Placed>, direction: Direction): CardId | undefined {
  const start = middleOf(from.box);
  let best: { readonly id: CardId; readonly cost: number } | undefined;
  for (const { id, box } of cards) {
    if (id === from.id) continue;
    const [ahead, aside] = along(start, middleOf(box), direction);
    const reach =
      direction === "left" || direction === "right"
        ? (from.box.height + box.height) / 2
        : (from.box.width + box.width) / 2;
    if (ahead <= 0 || Math.abs(aside) > Math.max(ahead, reach)) continue;
    const cost = ahead + ASIDE * Math.abs(aside);
    if (!best || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best?.id;
}

/** How far ahead and how far aside of the way. */
function along([fromX, fromY]: Pair, [toX, toY]: Pair, direction: Direction): Pair {
  switch (direction) {
    case "left":
      return [fromX - toX, toY - fromY];
    case "right":
      return [toX - fromX, toY - fromY];
    case "up":
      return [fromY - toY, toX - fromX];
    case "down":
      return [toY - fromY, toX - fromX];
  }
}

/** The card whose middle is nearest to a point. */
export function findClosest(point: Pair, cards: Iterable<Placed>): CardId | undefined {
  let best: { readonly id: CardId; readonly away: number } | undefined;
  for (const { id, box } of cards) {
    const [x, y] = middleOf(box);
    const away = Math.hypot(x - point[0], y - point[1]);
    if (!best || away < best.away) best = { id, away };
  }
  return best?.id;
}
