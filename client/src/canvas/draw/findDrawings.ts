import type { CardId, Pair } from "@palabre/shared/terms";
import { boxOf } from "../box.ts";
import { distanceTo } from "../distanceTo.ts";
import type { CanvasFlow } from "../useFlow.ts";
import { readStroke } from "./stroke.ts";

/** As wide as a line is held by in the page, half of it, in px of the screen: from far a line is too thin to be hit. */
const NEAR_PX = 9;

/** The drawings whose line runs near a point of the board: what an eraser wipes where they are painted. */
export function findDrawings(
  { places, drawn }: Pick<CanvasFlow, "places" | "drawn">,
  point: Pair,
  zoom: number,
): readonly CardId[] {
  const near = NEAR_PX / zoom;
  const around = { x: point[0] - near, y: point[1] - near, width: 2 * near, height: 2 * near };
  return [...places.within(around)].filter((id) => {
    const card = drawn.cards.get(id);
    const stroke = card?.kind === "drawing" ? readStroke(card.attributes.path) : undefined;
    if (!card || !stroke) return false;
    const { x, y, width, height } = boxOf(card);
    const line = stroke.points.map(([px, py]): Pair => [
      x + (px / stroke.size[0]) * width,
      y + (py / stroke.size[1]) * height,
    ]);
    return line.some((to, i) => distanceTo(point, line[i - 1] ?? to, to) <= near);
  });
}
