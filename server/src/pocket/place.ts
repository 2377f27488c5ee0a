import {
  DEFAULT_SIZES,
  isTrashed,
  sizeOf,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Pair,
} from "@palabre/shared/terms";
import type { IdeaKind } from "@palabre/shared/protocol";

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
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + AIR_PX && b.left < a.right + AIR_PX && a.top < b.bottom + AIR_PX && b.top < a.bottom + AIR_PX;

export interface Placed {
  readonly position: Pair;
  /** the frame that it lies in, and how large that has to be for it */
  readonly frame?: { readonly id: CardId; readonly size: Pair };
}

/**
 * Where one idea goes that comes by itself: into the first free place, row by row, of the frame of the phase, which grows downwards when it
 * is full; without a frame, into a row below all that is on the board.
 */
export function placeIdea(kind: IdeaKind, { cards }: Pick<BoardSnapshot, "cards">, look: CardId | undefined): Placed {
  const [width, height] = DEFAULT_SIZES[kind];
  const boxes: Box[] = [];
  const all = { left: Infinity, right: -Infinity, bottom: -Infinity };
  const frame = look === undefined ? undefined : presentFrame(cards.get(look));
  // thousands of cards, for each idea anew: one round
  for (const card of cards.values()) {
    if (isTrashed(card) || card === frame) continue;
    const box = boxOf(card);
    boxes.push(box);
    if (box.left < all.left) all.left = box.left;
    if (box.right > all.right) all.right = box.right;
    if (box.bottom > all.bottom) all.bottom = box.bottom;
  }
  if (!frame) {
    if (boxes.length === 0) return { position: [0, 0] };
    const { left, right, bottom } = all;
    const columns = Math.max(COLUMNS, Math.floor((right - left) / (width + AIR_PX)));
    // the last row is filled up if it is one of ideas, that is: as high as an idea
    const last = boxes.filter((box) => box.bottom === bottom);
    const top = last.every((box) => box.bottom - box.top === height) && last[0] ? last[0].top : bottom + 2 * AIR_PX;
    const free = firstFree({ left, top, columns, width, height }, boxes);
    return { position: free[1] > top ? [left, bottom + 2 * AIR_PX] : free };
  }
  const around = boxOf(frame);
  const columns = Math.max(1, Math.floor((around.right - around.left - AIR_PX) / (width + AIR_PX)));
  const start = { left: around.left + AIR_PX, top: around.top + TAB_PX, columns, width, height };
  // below the frame may lie what is not its own: it grows over that, as it does for ideas that are revealed
  const position = firstFree(start, boxes, around.bottom);
  return {
    position,
    frame: {
      id: frame.id,
      size: [
        Math.max(around.right - around.left, width + 2 * AIR_PX),
        Math.max(around.bottom, position[1] + height + AIR_PX) - around.top,
      ],
    },
  };
}

const presentFrame = (card: Card | undefined): Card | undefined =>
  card?.kind === "frame" && !isTrashed(card) ? card : undefined;

/** Row by row from the top; below `end` only what already lies across it stands in the way. */
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
  /** those that reach into the row, of all that begin above its end */
  let inRow: Box[] = [];
  let next = 0;
  // there are more places than cards, so one is free
  for (let y = top; ; y += height + AIR_PX) {
    inRow = inRow.filter((box) => box.bottom + AIR_PX > y);
    for (let box = inTheWay[next]; box && box.top < y + height + AIR_PX; box = inTheWay[next]) {
      inRow.push(box);
      next += 1;
    }
    for (let column = 0; column < columns; column += 1) {
      const x = left + column * (width + AIR_PX);
      const place = { left: x, top: y, right: x + width, bottom: y + height };
      if (!inRow.some((other) => overlap(place, other))) return [x, y];
    }
  }
}
