import type { Box } from "../box.ts";

/** What is seen of the board, and as much around it as the view may move before other cards have to be mounted. */
export const MARGIN = 0.2;
/** A window this many times as wide as the view holds too much: the view has come nearer. */
const TOO_WIDE = 2;
/** Cards that may be mounted at once; where more lie in the window, the board is painted. */
export const MOST_MOUNTED = 500;
/** A board of so few cards is mounted whole, wherever the view is. */
export const FEW_CARDS = 300;

/** The part of the board in a view of so many px at [x, y, zoom]. */
export const seenBox = ([x, y, zoom]: readonly [number, number, number], width: number, height: number): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - width * by,
  y: y - height * by,
  width: width * (1 + 2 * by),
  height: height * (1 + 2 * by),
});

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The window for a view: the one of before as long as it serves. */
export const windowFor = (seen: Box, before: Box | undefined): Box =>
  before && contains(before, seen) && before.width < seen.width * TOO_WIDE ? before : grown(seen, MARGIN);
