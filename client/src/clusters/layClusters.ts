import type { CardId, Pair } from "@palabre/shared/terms";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Where everything goes, in board px. */
export interface Laid {
  readonly places: ReadonlyMap<CardId, Pair>;
  /** one for each cluster, around its cards, in their order */
  readonly frames: readonly Box[];
}

/** Between cards, and between clusters. */
const GAP_PX = 24;
const APART_PX = 64;
/** Room for the tab of a frame, and around what lies in it. */
const TOP_PX = 56;
const SIDE_PX = 32;
/** Width to height, about that of a screen. */
const SHAPE = 1.6;

/**
 * Lays each cluster out in rows, and the clusters side by side in rows of their own, in about the shape of a screen; from the upper left
 * corner of where the cards were, or right of all that stays where it would lie over some of it.
 * @param boxes where the cards are; one that has none is passed over
 * @param still boxes of what stays
 */
export function layClusters(
  clusters: readonly (readonly CardId[])[],
  boxes: ReadonlyMap<CardId, Box>,
  still: readonly Box[],
): Laid {
  const inside = clusters.map((cards) => {
    const items = cards.flatMap((card) => {
      const box = boxes.get(card);
      return box ? [{ card, size: [box.width, box.height] as Pair }] : [];
    });
    const { places, size } = inRows(
      items.map((item) => item.size),
      GAP_PX,
    );
    return { items, places, size: [size[0] + 2 * SIDE_PX, size[1] + TOP_PX + SIDE_PX] as Pair };
  });
  const outside = inRows(
    inside.map(({ size }) => size),
    APART_PX,
  );
  const before = boundsOf([...boxes.values()]);
  const places = new Map<CardId, Pair>();
  if (!before) return { places, frames: [] };
  const [left, top] = home(before, outside.size, still);
  const frames = inside.map(({ items, places: within, size }, i): Box => {
    const at = outside.places[i] ?? [0, 0];
    const [x, y] = [Math.round(left + at[0]), Math.round(top + at[1])];
    for (const [place, { card }] of items.entries()) {
      const [dx, dy] = within[place] ?? [0, 0];
      places.set(card, [Math.round(x + SIDE_PX + dx), Math.round(y + TOP_PX + dy)]);
    }
    return { x, y, width: Math.round(size[0]), height: Math.round(size[1]) };
  });
  return { places, frames };
}

function home(before: Box, [width, height]: Pair, still: readonly Box[]): Pair {
  const there: Box = { x: before.x, y: before.y, width, height };
  if (!still.some((box) => meets(box, there))) return [before.x, before.y];
  const around = boundsOf([...still, before]) ?? before;
  return [around.x + around.width + APART_PX, before.y];
}
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export function boundsOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Rows from left to right, one under another, none wider than makes the whole about as wide as a screen is. */
function inRows(sizes: readonly Pair[], gap: number): { readonly places: readonly Pair[]; readonly size: Pair } {
  const area = sizes.reduce((sum, [width, height]) => sum + (width + gap) * (height + gap), 0);
  const most = Math.max(Math.sqrt(area * SHAPE), ...sizes.map(([width]) => width));
  const places: Pair[] = [];
  let [x, y, row, widest] = [0, 0, 0, 0];
  for (const [width, height] of sizes) {
    if (x > 0 && x + width > most) {
      y += row + gap;
      [x, row] = [0, 0];
    }
    places.push([x, y]);
    widest = Math.max(widest, x + width);
    row = Math.max(row, height);
    x += width + gap;
  }
  return { places, size: [widest, y + row] };
}
