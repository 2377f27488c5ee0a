import type { Card, Pair } from "@palabre/shared/terms";
import { boxOf } from "../box.ts";
import { distanceTo } from "../distanceTo.ts";
import { readStroke } from "./stroke.ts";

/** As wide as a line is held by in the page, half of it, in px of the screen: from far a line is too thin to be hit. */
const NEAR_PX = 9;
/** How far from a line still is on it, in px of the board. */
export const nearLine = (zoom: number): number => NEAR_PX / zoom;

/** Whether the line of a card runs near a point of the board; undefined for a card that has none, or one that can't be read. */
export function isOnLine(card: Card, point: Pair, zoom: number): boolean | undefined {
  const stroke = card.kind === "drawing" ? readStroke(card.attributes.path) : undefined;
  if (!stroke) return undefined;
  const { x, y, width, height } = boxOf(card);
  const line = stroke.points.map(([px, py]): Pair => [
    x + (px / stroke.size[0]) * width,
    y + (py / stroke.size[1]) * height,
  ]);
  return line.some((to, i) => distanceTo(point, line[i - 1] ?? to, to) <= nearLine(zoom));
}
