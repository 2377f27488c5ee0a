import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import { middleOf, type Box } from "./box.ts";
import type { LinkEnd, Side } from "./linkPath.ts";

/** From which side of a card to which side of another a link goes. */
export interface Route {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}
export type Sides = readonly [from: Side, to: Side];

/** What a disc, two gaps and an arrowhead need between facing sides; closer cards are linked by a bow. */
const ROOM_PX = 44;
/** How far out a bow swings, about; no way between two cards leaves the ground around them further than this. */
export const BOW_PX = 30;
/** Cards stand in columns more often than in rows: a link goes sideways unless it is this much steeper. */
const STEEP = 0.35;

/**
 * The sides of two cards that a link joins: the first way that no other card stands in, else the plainest.
 *
 * Plainest first: facing sides, then round one corner, then a bow between two sides that look the same way. Of two links there and
 * back between close cards, each gets a side of its own.
 * @param isCrossed whether a card other than these two lies on a straight line
 */
export function chooseSides(from: Box, to: Box, isCrossed: (a: Pair, b: Pair) => boolean): Sides {
  let plainest: Sides | undefined;
  for (const { sides, line } of waysBetween(from, to)) {
    if (line.every((point, i) => i === 0 || !isCrossed(line[i - 1] ?? point, point))) return sides;
    plainest ??= sides;
  }
  return plainest ?? ["right", "left"];
}

interface Way {
  readonly sides: Sides;
  /** roughly where it runs */
  readonly line: readonly Pair[];
}
/** One by one: mostly the first is free. */
function* waysBetween(from: Box, to: Box): Generator<Way> {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [across, down]: readonly [Side, Side] = [b[0] >= a[0] ? "right" : "left", b[1] >= a[1] ? "bottom" : "top"];
  const gapX = Math.max(to.x - from.x - from.width, from.x - to.x - to.width);
  const gapY = Math.max(to.y - from.y - from.height, from.y - to.y - to.height);

  const direct = (sides: Sides): Way => ({ sides, line: [edgeOf(from, sides[0]), edgeOf(to, sides[1])] });
  const cornered = (sides: Sides): Way => {
    const [start, end] = [edgeOf(from, sides[0]), edgeOf(to, sides[1])];
    const corner: Pair = sides[0] === across ? [end[0], start[1]] : [start[0], end[1]];
    return { sides, line: [start, corner, end] };
  };
  const bow = (side: Side): Way => {
    const [start, end] = [edgeOf(from, side), edgeOf(to, side)];
    const out = side === "left" || side === "top" ? Math.min : Math.max;
    const swing = side === "left" || side === "top" ? -BOW_PX : BOW_PX;
    const edge = (isSideways(side) ? out(start[0], end[0]) : out(start[1], end[1])) + swing;
    return {
      sides: [side, side],
      line: isSideways(side)
        ? [
            [edge, start[1]],
            [edge, end[1]],
          ]
        : [
            [start[0], edge],
            [end[0], edge],
          ],
    };
  };

  const facing = ([across, down] as const).filter((side) => (isSideways(side) ? gapX : gapY) >= ROOM_PX);
  if (gapX < gapY * STEEP) facing.reverse();
  for (const side of facing) yield direct([side, opposite(side)]);
  if (gapX > 0 && gapY > 0) {
    yield cornered([across, opposite(down)]);
    yield cornered([down, opposite(across)]);
  }
  const bows: readonly [Side, Side] =
    gapX >= gapY
      ? across === "right"
        ? ["top", "bottom"]
        : ["bottom", "top"]
      : down === "bottom"
        ? ["right", "left"]
        : ["left", "right"];
  yield bow(bows[0]);
  yield bow(bows[1]);
}

const opposite = (side: Side): Side => ({ left: "right", right: "left", top: "bottom", bottom: "top" } as const)[side];
const edgeOf = ({ x, y, width, height }: Box, side: Side): Pair =>
  (
    {
      left: [x, y + height / 2],
      right: [x + width, y + height / 2],
      top: [x + width / 2, y],
      bottom: [x + width / 2, y + height],
    } as const
  )[side];

/** A link whose sides are chosen, waiting for its place on them. */
export interface Joined {
  readonly id: LinkId;
  readonly from: CardId;
  readonly to: CardId;
  readonly sides: Sides;
}
const LANE_PX = 32;
/** What the ends on one side leave free at its two corners together. */
const MARGIN_PX = 48;

/** Where one end of a link stands on a side of a card. */
export interface PlacedEnd {
  readonly id: LinkId;
  readonly end: "from" | "to";
  readonly side: Side;
  readonly shift: number;
}

/**
 * Gives the links that share a side of a card places of their own on it, in the order in which their other ends lie, so that they
 * cross as little as they can.
 * @param links  all that begin or end at the card
 */
export function placeEnds(
  card: CardId,
  links: readonly Joined[],
  boxes: ReadonlyMap<CardId, Box>,
): readonly PlacedEnd[] {
  const sides = new Map<Side, { id: LinkId; end: "from" | "to"; towards: number }[]>();
  const placed: PlacedEnd[] = [];
  const join = (id: LinkId, end: "from" | "to", side: Side, other: CardId) => {
    const box = boxes.get(other);
    if (!box) return void placed.push({ id, end, side, shift: 0 });
    const onSide = sides.get(side) ?? [];
    sides.set(side, onSide);
    onSide.push({ id, end, towards: middleOf(box)[isSideways(side) ? 1 : 0] });
  };
  for (const link of links) {
    if (link.from === card) join(link.id, "from", link.sides[0], link.to);
    if (link.to === card) join(link.id, "to", link.sides[1], link.from);
  }
  const box = boxes.get(card);
  for (const [side, ends] of sides) {
    ends.sort((a, b) => a.towards - b.towards || (a.id < b.id ? -1 : 1));
    const length = box ? (isSideways(side) ? box.height : box.width) : 0;
    const lane = ends.length < 2 ? 0 : Math.min(LANE_PX, Math.max(0, length - MARGIN_PX) / (ends.length - 1));
    for (const [i, { id, end }] of ends.entries())
      placed.push({ id, end, side, shift: Math.round((i - (ends.length - 1) / 2) * lane) });
  }
  return placed;
}
const isSideways = (side: Side) => side === "left" || side === "right";
