import type { CardId, Pair } from "@palabre/shared/terms";
import type { CanvasFlow } from "../useFlow.ts";
import { isOnLine, nearLine } from "./isOnLine.ts";

/** The drawings whose line runs near a point of the board: what an eraser wipes where they are painted. */
export function findDrawings(
  { places, drawn }: Pick<CanvasFlow, "places" | "drawn">,
  point: Pair,
  zoom: number,
): readonly CardId[] {
  const near = nearLine(zoom);
  const around = { x: point[0] - near, y: point[1] - near, width: 2 * near, height: 2 * near };
  return [...places.within(around)].filter((id) => {
    const card = drawn.cards.get(id);
    return card !== undefined && isOnLine(card, point, zoom) === true;
  });
}
