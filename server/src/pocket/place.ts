import {
  DEFAULT_SIZES,
  isTrashed,
  LIMITS,
  sizeOf,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Pair,
} from "@palabre/shared/terms";
import type { IdeaKind } from "@palabre/shared/protocol";
import { lastGap, VAST_PX } from "../facilitation/index.ts";

/** Air between two cards, and between cards and the line of their frame, in board px. */
const AIR_PX = 24;
/** What the tab of a frame takes at its top. */
const TAB_PX = 40;
/** Columns on a board that is narrower than that. */
const COLUMNS = 4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const boxOf = (card: Card): Box => {
  const [[left, top], [width, height]] = [card.position, sizeOf(card)];
  return { left, top, right: left + width, bottom: top + height };
};

export interface Placed {
  readonly position: Pair;
  /** the frame that it lies in, and how large that has to be for it */
  readonly frame?: { readonly id: CardId; readonly size: Pair };
}

/**
 * Where one idea goes that comes by itself: into the first free place, row by row, of the frame of the phase, which grows downwards when it
 * is full; without a frame, and where that has no room up to the end of the board, into a row below all that is on it.
 */
export function placeIdea(kind: IdeaKind, { cards }: Pick<BoardSnapshot, "cards">, look: CardId | undefined): Placed {
  const frame = look === undefined ? undefined : presentFrame(cards.get(look));
  const boxes: Box[] = [];
  // thousands of cards, for each idea anew: one round
  for (const card of cards.values()) if (!isTrashed(card) && card !== frame) boxes.push(boxOf(card));
  const inFrame = frame && placeInFrame(frame, DEFAULT_SIZES[kind], boxes);
  if (inFrame && Math.max(...inFrame.position) <= LIMITS.coordinatePx) return inFrame;
  return { position: placeBelow(DEFAULT_SIZES[kind], frame ? [...boxes, boxOf(frame)] : boxes) };
}

function placeInFrame(frame: Card, [width, height]: Pair, boxes: readonly Box[]): Placed {
  const around = boxOf(frame);
  const start = { left: around.left + AIR_PX, top: around.top + TAB_PX };
  const columns = Math.max(1, Math.floor((around.right - around.left - AIR_PX) / (width + AIR_PX)));
  // below the frame may lie what is not its own: it grows over that, as it does for ideas that are revealed
  const position = firstFree(
    { ...start, columns: columnsOnBoard(columns, start.left, width), width, height },
    boxes,
    around.bottom,
  );
  const size: Pair = [
    Math.max(around.right - around.left, width + 2 * AIR_PX),
    Math.max(around.bottom, position[1] + height + AIR_PX) - around.top,
  ];
  const atMost = (px: number): number => Math.min(LIMITS.coordinatePx, px);
  return { position, frame: { id: frame.id, size: [atMost(size[0]), atMost(size[1])] } };
}

function placeBelow([width, height]: Pair, all: readonly Box[]): Pair {
  const [above, boxes] = aboveFreeRow(all, height);
  if (above.length === 0) {
    const [x, y] = firstFree({ left: 0, top: 0, columns: COLUMNS, width, height }, boxes);
    return [x, Math.min(LIMITS.coordinatePx, y)];
  }
  const left = above.reduce((least, box) => Math.min(least, box.left), Infinity);
  const right = mostOf(above, "right");
  const bottom = mostOf(above, "bottom");
  const columns = Math.max(COLUMNS, Math.floor((right - left) / (width + AIR_PX)));
  // the last row is filled up if it is one of ideas, that is: as high as an idea
  const last = above.filter((box) => box.bottom === bottom);
  const top = last.every((box) => box.bottom - box.top === height) && last[0] ? last[0].top : bottom + 2 * AIR_PX;
  const free = firstFree({ left, top, columns: columnsOnBoard(columns, left, width), width, height }, boxes);
  return free[1] > top ? [left, bottom + 2 * AIR_PX] : free;
}
const mostOf = (boxes: readonly Box[], edge: "right" | "bottom"): number =>
  boxes.reduce((most, box) => Math.max(most, box[edge]), -Infinity);

/**
 * All boxes, and what has to be gone round; where no row has room below them up to the end of the board, those above the last gap for one,
 * so that one card that was lost far out does not send all ideas there.
 */
function aboveFreeRow(all: readonly Box[], height: number): readonly [above: readonly Box[], boxes: readonly Box[]] {
  if (mostOf(all, "bottom") + 2 * AIR_PX + height <= LIMITS.coordinatePx) return [all, all];
  const boxes = all.filter(({ left, top, right, bottom }) => Math.max(right - left, bottom - top) <= VAST_PX);
  const spans = boxes.map(({ top, bottom }) => [top, bottom] as const);
  const gap = lastGap(spans, height, 2 * AIR_PX);
  return [boxes.filter(({ bottom }) => bottom + 2 * AIR_PX <= gap), boxes];
}

/** As many columns as begin on the board. */
const columnsOnBoard = (columns: number, left: number, width: number): number =>
  Math.max(1, Math.min(columns, Math.floor((LIMITS.coordinatePx - left) / (width + AIR_PX)) + 1));

const presentFrame = (card: Card | undefined): Card | undefined =>
  card?.kind === "frame" && !isTrashed(card) ? card : undefined;

/**
 * Row by row from the top; below `end` only what already lies across it stands in the way. What is in the way is stepped past, and of a
 * row that is full nothing is looked at again before the first thing in it ends: so many steps as there are cards, not places.
 */
function firstFree(
  grid: { left: number; top: number; columns: number; width: number; height: number },
  boxes: readonly Box[],
  end = Number.POSITIVE_INFINITY,
): Pair {
  const { left, top, columns, width, height } = grid;
  const right = left + columns * (width + AIR_PX);
  const inTheWay = boxes
    .filter((box) => box.top < end && box.bottom + AIR_PX > top && box.left < right && box.right + AIR_PX > left)
    .toSorted((a, b) => a.top - b.top);
  /** those that reach into the row, of all that begin above its end, from left to right */
  let inRow: Box[] = [];
  let next = 0;
  for (let row = 0; ;) {
    const y = top + row * (height + AIR_PX);
    inRow = inRow.filter((box) => box.bottom + AIR_PX > y);
    const from = next;
    while ((inTheWay[next]?.top ?? Infinity) < y + height + AIR_PX) next += 1;
    const come = inTheWay.slice(from, next).filter((box) => box.bottom + AIR_PX > y);
    if (come.length > 0) inRow = [...inRow, ...come].toSorted((a, b) => a.left - b.left);
    const column = freeColumn(inRow, left, width);
    if (column < columns) return [left + column * (width + AIR_PX), y];
    const ends = inRow.reduce((least, { bottom }) => Math.min(least, bottom), Infinity) + AIR_PX;
    row = Math.max(row + 1, Math.ceil((ends - top) / (height + AIR_PX)));
  }
}

/** @param inRow from left to right */
function freeColumn(inRow: readonly Box[], left: number, width: number): number {
  let column = 0;
  for (const box of inRow) {
    const x = left + column * (width + AIR_PX);
    if (box.left >= x + width + AIR_PX) break;
    if (box.right + AIR_PX > x) column = Math.ceil((box.right + AIR_PX - left) / (width + AIR_PX));
  }
  return column;
}
