/** A box in px: left, top, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];
export interface LabelledPoint {
  readonly at: readonly [x: number, y: number];
  /** of its label, in px */
  readonly width: number;
}
export type Side = "right" | "left" | "above" | "below" | "aboveLeft" | "belowLeft" | "aboveRight" | "belowRight";

/** the first that has room is taken; an end of the name stands over the point where its middle has no room */
export const SIDES: readonly Side[] = [
  "right",
  "left",
  "above",
  "below",
  "aboveLeft",
  "belowLeft",
  "aboveRight",
  "belowRight",
];
/** from a point's middle to its outline, and from there to its label */
const POINT_PX = 8;
const LINE_PX = 16;

/**
 * Where each label stands beside its point, so that none lies over another, over a point or over what is taken already. The first points
 * choose first; a label without room is left out.
 * @param room that labels stay in, from its line a little away
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  room: Box,
  taken: readonly Box[],
): readonly (Side | undefined)[] {
  const boxes: Box[] = [...taken, ...points.map(({ at: [x, y] }): Box => around(x, y))];
  return points.map(({ at, width }, own) => {
    for (const side of SIDES) {
      const box = labelBox(at, width, side);
      if (!isInside(box, room)) continue;
      if (boxes.some((other, i) => i !== taken.length + own && isOver(box, other))) continue;
      boxes.push(box);
      return side;
    }
    return undefined;
  });
}

const around = (x: number, y: number): Box => [x - POINT_PX, y - POINT_PX, 2 * POINT_PX, 2 * POINT_PX];

function labelBox([x, y]: readonly [number, number], width: number, side: Side): Box {
  const away = POINT_PX + 4;
  const [over, under] = [y - away - LINE_PX, y + away];
  switch (side) {
    case "right":
      return [x + away, y - LINE_PX / 2, width, LINE_PX];
    case "left":
      return [x - away - width, y - LINE_PX / 2, width, LINE_PX];
    case "above":
      return [x - width / 2, over, width, LINE_PX];
    case "below":
      return [x - width / 2, under, width, LINE_PX];
    case "aboveLeft":
      return [x + POINT_PX - width, over, width, LINE_PX];
    case "belowLeft":
      return [x + POINT_PX - width, under, width, LINE_PX];
    case "aboveRight":
      return [x - POINT_PX, over, width, LINE_PX];
    case "belowRight":
      return [x - POINT_PX, under, width, LINE_PX];
  }
}

/** between a label and the line of its room */
const LINE_GAP_PX = 4;
const isInside = ([x, y, w, h]: Box, [left, top, width, height]: Box): boolean =>
  x >= left + LINE_GAP_PX && y >= top && x + w <= left + width - LINE_GAP_PX && y + h <= top + height;

const isOver = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean =>
  ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;

/** as wide as a point with its outline */
const APART_PX = 16;
/** further aside than this, a point would say something else */
const MOST_STEPS = 4;

/** among more points than this, parting would only push them about */
const MOST_PARTED = 40;

/**
 * Points that fall on each other, beside each other: none hides another. What finds no room near its place stays there, and so do all where
 * there are many.
 * @param least the left edge that points stay clear of
 */
export function partPoints(
  places: readonly (readonly [x: number, y: number])[],
  least: number,
): readonly (readonly [x: number, y: number])[] {
  if (places.length > MOST_PARTED) return places;
  const parted: (readonly [x: number, y: number])[] = [];
  for (const [x, y] of places) {
    const isFree = (at: number) =>
      at >= least + POINT_PX && parted.every(([px, py]) => Math.hypot(px - at, py - y) >= APART_PX - 1);
    const steps = Array.from({ length: MOST_STEPS + 1 }, (_, step) => x - step * APART_PX);
    parted.push([steps.find(isFree) ?? x, y]);
  }
  return parted;
}
