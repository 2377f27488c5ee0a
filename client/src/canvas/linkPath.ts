import type { Pair, Polarity, Strength } from "@palabre/shared/terms";
import type { Box } from "./box.ts";

/**
 * The drawing of a link: one cubic curve from side to side, what ends it, the disc of its sign, the mark of its delay.
 *
 * Pure geometry in board px. The curve leaves and arrives at right angles to the sides; a card's silhouette decides
 * how far inside its box a side lies.
 */
export type Side = "left" | "right" | "top" | "bottom";
export interface LinkEnd {
  readonly side: Side;
  /** px from the middle of the side, rightwards or downwards */
  readonly shift: number;
}
/** The outline that an end has to meet: a box, a hexagon with points at mid-height, a flag with a notch on the right. */
export type Silhouette = "box" | "hexagon" | "flag";
export const silhouetteOf = ({ kind }: { readonly kind: string }): Silhouette =>
  kind === "factor" ? "hexagon" : kind === "strategy" ? "flag" : "box";
export interface Shape extends Box {
  readonly silhouette: Silhouette;
}
/** The outline of a card whose middle is shown at a point. */
export const shapeAt = (
  [x, y]: Pair,
  { size: [width, height], silhouette }: { readonly size: Pair; readonly silhouette: Silhouette },
): Shape => ({ x: x - width / 2, y: y - height / 2, width, height, silhouette });

export interface LinkDrawing {
  readonly line: string;
  /** a filled triangle (it helps), or a bar across (it hinders) */
  readonly end: { readonly type: "head" | "bar"; readonly d: string; readonly width: number };
  readonly middle: Pair;
  readonly delay: { readonly gap: string; readonly strokes: string } | undefined;
  readonly width: number;
  /** where the curve begins and where it points to */
  readonly from: Pair;
  readonly to: Pair;
}

export const LINK_GAP_PX = 5;
export const WIDTHS: Readonly<Record<Strength, number>> = { 1: 1.75, 2: 3.25, 3: 5 };
const BAR_WIDTHS: Readonly<Record<Strength, number>> = { 1: 3, 2: 4, 3: 5 };
/** Of the corners: an end never slides onto them. */
const CORNER_PX = 18;
const HEXAGON_POINT_PX = 16;
const FLAG_NOTCH_PX = 11;
const DISC_PX = 9.5;
const SHORT_PX = 90;

export function drawLink(
  from: Shape,
  fromEnd: LinkEnd,
  to: Shape,
  toEnd: LinkEnd,
  { polarity, strength, delay }: { readonly polarity: Polarity; readonly strength: Strength; readonly delay: boolean },
): LinkDrawing {
  const width = WIDTHS[strength];
  const back = NORMALS[toEnd.side];
  const tip = move(pointOn(to, toEnd), back, LINK_GAP_PX);
  const headLength = headOf(strength);
  const curve = curveOf(from, fromEnd, to, toEnd, { polarity, strength });
  const [start, , , end] = curve;
  return {
    line: `M${write(start)}C${write(curve[1])} ${write(curve[2])} ${write(end)}`,
    end:
      polarity === "+"
        ? { type: "head", d: headAt(tip, back, headLength, (7.5 + width) / 2), width: 0 }
        : { type: "bar", d: strokeAcross(tip, back, 7 + width / 2), width: BAR_WIDTHS[strength] },
    middle: pointAt(curve, 0.5),
    delay: delay ? delayOn(curve, width) : undefined,
    width,
    from: start,
    to: tip,
  };
}

/** A cubic curve: where it begins, two points that pull it, where it ends. */
export type Curve = readonly [Pair, Pair, Pair, Pair];
/** px of an arrowhead */
const headOf = (strength: Strength) => 7 + WIDTHS[strength];

/** The curve of a link without what ends it. */
export function curveOf(
  from: Shape,
  fromEnd: LinkEnd,
  to: Shape,
  toEnd: LinkEnd,
  { polarity, strength }: { readonly polarity: Polarity; readonly strength: Strength },
): Curve {
  const [out, back] = [NORMALS[fromEnd.side], NORMALS[toEnd.side]];
  const start = move(pointOn(from, fromEnd), out, LINK_GAP_PX);
  const end = move(pointOn(to, toEnd), back, LINK_GAP_PX + (polarity === "+" ? headOf(strength) - 1 : 1));
  const pull = pullOf(start, end, fromEnd.side, toEnd.side);
  return [start, move(start, out, pull), move(end, back, pull), end];
}

const NORMALS: Readonly<Record<Side, Pair>> = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] };
const isAcross = (side: Side) => side === "left" || side === "right";
const move = ([x, y]: Pair, [dx, dy]: Pair, by: number): Pair => [x + dx * by, y + dy * by];
const clamp = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);
const round = (value: number) => Math.round(value * 100) / 100;
const write = ([x, y]: Pair) => `${round(x)} ${round(y)}`;

/** Where on the outline of a card an end meets it. */
export function pointOn(shape: Shape, { side, shift }: LinkEnd): Pair {
  const { x, y, width, height, silhouette } = shape;
  const half = (isAcross(side) ? height : width) / 2;
  const along = clamp(-Math.max(0, half - CORNER_PX), shift, Math.max(0, half - CORNER_PX));
  const share = half === 0 ? 0 : Math.abs(along) / half;
  const inset = insetOf(silhouette, side, share);
  switch (side) {
    case "left":
      return [x + inset, y + half + along];
    case "right":
      return [x + width - inset, y + half + along];
    case "top":
      return [x + half + along, y];
    case "bottom":
      return [x + half + along, y + height];
  }
}
function insetOf(silhouette: Silhouette, side: Side, share: number): number {
  if (silhouette === "hexagon" && isAcross(side)) return HEXAGON_POINT_PX * share;
  if (silhouette === "flag" && side === "right") return FLAG_NOTCH_PX * (1 - share);
  return 0;
}

/** How far the curve is pulled out of its ends: gently between facing sides, in a bow between two sides that look the same way. */
function pullOf(start: Pair, end: Pair, from: Side, to: Side): number {
  const [dx, dy] = [Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])];
  if (isAcross(from) !== isAcross(to)) return clamp(24, 0.36 * (dx + dy), 190);
  const [along, across] = isAcross(from) ? [dx, dy] : [dy, dx];
  return from === to
    ? clamp(34, 0.14 * across + along / 2, 120)
    : clamp(Math.min(34, along / 2), 0.45 * along + 0.08 * across, 150);
}

const headAt = (tip: Pair, back: Pair, length: number, half: number): string => {
  const foot = move(tip, back, length);
  const aside: Pair = [-back[1], back[0]];
  return `M${write(tip)}L${write(move(foot, aside, half))}L${write(move(foot, aside, -half))}Z`;
};
const strokeAcross = (at: Pair, way: Pair, half: number): string => {
  const aside: Pair = [-way[1], way[0]];
  return `M${write(move(at, aside, -half))}L${write(move(at, aside, half))}`;
};

export function pointAt([a, b, c, d]: Curve, t: number): Pair {
  const s = 1 - t;
  const mix = (axis: 0 | 1) =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return [mix(0), mix(1)];
}
function wayAt([a, b, c, d]: Curve, t: number): Pair {
  const s = 1 - t;
  const slope = (axis: 0 | 1) =>
    s * s * (b[axis] - a[axis]) + 2 * s * t * (c[axis] - b[axis]) + t * t * (d[axis] - c[axis]);
  const [x, y] = [slope(0), slope(1)];
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

const SAMPLES = 32;
/** Two strokes across the line near its start, or beside the disc where the link is short. */
function delayOn(curve: Curve, width: number): LinkDrawing["delay"] {
  const lengths = [0];
  for (let i = 1; i <= SAMPLES; i += 1) {
    const [a, b] = [pointAt(curve, (i - 1) / SAMPLES), pointAt(curve, i / SAMPLES)];
    lengths.push((lengths[i - 1] ?? 0) + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  const whole = lengths[SAMPLES] ?? 0;
  const beside = whole / 2 - DISC_PX - 13;
  const wanted = whole < SHORT_PX ? beside : Math.min(beside, clamp(24, 0.27 * whole, 64));
  const t = lengths.findIndex((length) => length >= Math.max(8, wanted)) / SAMPLES;
  const [at, way] = [pointAt(curve, t), wayAt(curve, t)];
  const half = 6 + width / 2;
  return {
    gap: strokeAcross(at, way, half),
    strokes: strokeAcross(move(at, way, -3.2), way, half) + strokeAcross(move(at, way, 3.2), way, half),
  };
}
