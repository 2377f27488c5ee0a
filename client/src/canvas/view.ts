import type { Pair } from "@palabre/shared/terms";
import { useStore } from "@xyflow/react";
import type { BoardState, Box } from "../state/index.ts";
import { boundsOf, boxOf } from "./box.ts";

export { viewOf } from "../state/index.ts";

/** From a board of 5,000 cards seen whole, to small print. */
export const ZOOM = { least: 0.03, most: 2 } as const;
/** A step of the zoom buttons and keys; two steps halve or double, about. */
export const ZOOM_STEP = 1.25;

/** How much is drawn of a card at a zoom: all, the title, a block. */
export type Detail = "all" | "title" | "block";
export const detailAt = (zoom: number): Detail => (zoom >= 0.745 ? "all" : zoom >= 0.345 ? "title" : "block");

/** Free space around what is shown whole. */
const AROUND_PX = { side: 32, top: 48 } as const;

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/**
 * How a board is first seen: at 100 %, its top left corner in the corner, or in the middle when all of it fits. An empty one has its
 * origin in the middle.
 */
export function firstViewport(boxes: Iterable<Box>, [width, height]: Pair): Viewport {
  const bounds = boundsOf(boxes) ?? { x: 0, y: 0, width: 0, height: 0 };
  const place = (at: number, length: number, room: number, margin: number) =>
    Math.round(length + 2 * margin <= room ? (room - length) / 2 - at : margin - at);
  return {
    x: place(bounds.x, bounds.width, width, AROUND_PX.side),
    y: place(bounds.y, bounds.height, height, AROUND_PX.top),
    zoom: 1,
  };
}

/** Where the view has to be to show a whole box, at `most` 100 % unless said otherwise. */
export function viewportAround(box: Box, [width, height]: Pair, most = 1): Viewport {
  const zoom = Math.min(
    most,
    Math.max(ZOOM.least, Math.min((width - 2 * AROUND_PX.side) / box.width, (height - 2 * AROUND_PX.top) / box.height)),
  );
  return { x: width / 2 - (box.x + box.width / 2) * zoom, y: height / 2 - (box.y + box.height / 2) * zoom, zoom };
}

/**
 * Where the view has to be to show a whole box in the part of the canvas over which nothing hangs and where it is largest. Where it would be
 * too small there for its titles, its beginning is shown, as large as all of it would be if nothing hung there.
 * @param hanging in px of the canvas; a few
 */
export function viewportBeside(box: Box, [width, height]: Pair, hanging: readonly Box[]): Viewport {
  const free = viewportAround(box, [width, height]);
  let best: { readonly part: Box; readonly view: Viewport } | undefined;
  for (const part of freeParts([width, height], hanging)) {
    const view = viewportAround(box, [part.width, part.height]);
    const isLarger = part.width * part.height > (best ? best.part.width * best.part.height : 0);
    if (!best || view.zoom > best.view.zoom || (view.zoom === best.view.zoom && isLarger)) best = { part, view };
  }
  if (!best) return free;
  const { part, view } = best;
  if (detailAt(view.zoom) !== "block") return { x: view.x + part.x, y: view.y + part.y, zoom: view.zoom };
  const zoom = Math.max(view.zoom, Math.min(free.zoom, (part.width - 2 * AROUND_PX.side) / box.width));
  const top = part.y + Math.max(AROUND_PX.side, (part.height - box.height * zoom) / 2);
  return { x: part.x + part.width / 2 - (box.x + box.width / 2) * zoom, y: top - box.y * zoom, zoom };
}

/** Parts of a canvas that reach its bottom and have nothing hanging over them, with room for margins. */
function freeParts([width, height]: Pair, hanging: readonly Box[]): readonly Box[] {
  const [lefts, rights] = [
    [0, ...hanging.map((one) => one.x + one.width)],
    [width, ...hanging.map(({ x }) => x)],
  ];
  const tops = [0, ...hanging.map((one) => one.y + one.height)];
  return lefts
    .flatMap((x) => rights.flatMap((right) => tops.map((y) => ({ x, y, width: right - x, height: height - y }))))
    .filter((part) => part.width > 2 * AROUND_PX.side && part.height > 2 * AROUND_PX.top)
    .filter(
      (part) =>
        !hanging.some(
          (one) => one.x < part.x + part.width && part.x < one.x + one.width && one.y + one.height > part.y,
        ),
    );
}

/** Where the view has to be to show just this box, without a margin. */
export function viewportOn(box: Box, [width, height]: Pair): Viewport {
  const zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, Math.min(width / box.width, height / box.height)));
  return { x: width / 2 - (box.x + box.width / 2) * zoom, y: height / 2 - (box.y + box.height / 2) * zoom, zoom };
}

/** What a view shows of the board. */
export const boxSeen = ({ x, y, zoom }: Viewport, [width, height]: Pair): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

/** How far a view has to move, in px of the screen, so that a box is seen; [0, 0] when it is. */
export function moveToReveal(box: Box, { x, y, zoom }: Viewport, [width, height]: Pair): Pair {
  const along = (at: number, length: number, room: number) => {
    const [start, end] = [at, at + length];
    const margin = Math.min(AROUND_PX.side, Math.max(0, (room - length) / 2));
    if (start < margin) return margin - start;
    // a box larger than the room shows its beginning
    return end > room - margin ? Math.max(room - margin - end, margin - start) : 0;
  };
  return [along(box.x * zoom + x, box.width * zoom, width), along(box.y * zoom + y, box.height * zoom, height)];
}

/** The view that keeps under two fingers what lay under them when they came down, as far as the zoom goes. */
export function pinchViewport(
  { x, y, zoom }: Viewport,
  from: readonly [Pair, Pair],
  to: readonly [Pair, Pair],
): Viewport {
  const apart = ([a, b]: readonly [Pair, Pair]) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const middle = ([a, b]: readonly [Pair, Pair]): Pair => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const wanted = (zoom * apart(to)) / Math.max(1, apart(from));
  const next = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted));
  const [[fromX, fromY], [toX, toY]] = [middle(from), middle(to)];
  return { x: toX - ((fromX - x) / zoom) * next, y: toY - ((fromY - y) / zoom) * next, zoom: next };
}

/** The boxes of the cards that are drawn. */
export const drawnBoxes = (board: BoardState): readonly Box[] =>
  [...board.snapshot().cards.values()]
    .filter(({ attributes }) => attributes.trashedAt === undefined)
    .map((card) => boxOf(card));

export const useZoom = (): number => useStore(({ transform }) => transform[2]);
