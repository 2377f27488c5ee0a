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
  return lineOf(card)?.some((to, i, line) => distanceTo(point, line[i - 1] ?? to, to) <= nearLine(zoom));
}

/** A long line takes a millisecond to read, and is asked for with each move of a pointer over it. */
const lines = new WeakMap<Card, { readonly line: readonly Pair[] | undefined }>();
function lineOf(card: Card): readonly Pair[] | undefined {
  if (card.kind !== "drawing") return undefined;
  const known = lines.get(card);
  if (known) return known.line;
  const line = readLine(card);
  lines.set(card, { line });
  return line;
}

/** In px of the board. */
function readLine(card: Card): readonly Pair[] | undefined {
  const stroke = readStroke(card.attributes.path);
  if (!stroke) return undefined;
  const { x, y, width, height } = boxOf(card);
  return stroke.points.map(([px, py]): Pair => [x + (px / stroke.size[0]) * width, y + (py / stroke.size[1]) * height]);
}
