import { isTrashed, sizeOf, type BoardSnapshot, type Card, type Pair } from "@palabre/shared/terms";

/** In board px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxOf(card: Pick<Card, "kind" | "position" | "attributes">): Box {
  const [left, top] = card.position;
  const [width, height] = sizeOf(card);
  return { left, top, right: left + width, bottom: top + height };
}
export const moved = ({ left, top, right, bottom }: Box, [dx, dy]: Pair): Box => ({
  left: left + dx,
  top: top + dy,
  right: right + dx,
  bottom: bottom + dy,
});
/** Whether two boxes have some surface in common. */
export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
export const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;

/** A card with all that lies in it, which moves as one. */
export interface Unit {
  readonly card: Card;
  /** around the card and all that it holds */
  readonly box: Box;
  readonly holds: readonly Unit[];
  /** the frame in which it lies */
  readonly within: Unit | undefined;
}
interface OpenUnit extends Unit {
  box: Box;
  readonly holds: OpenUnit[];
  within: OpenUnit | undefined;
}

/** What lies in no frame. What a card names as its frame holds it; else the smallest frame in which it lies whole. */
export function unitsOf({ cards }: Pick<BoardSnapshot, "cards">): readonly Unit[] {
  const units = [...cards.values()]
    .filter((card) => !isTrashed(card))
    .map((card): OpenUnit => ({ card, box: boxOf(card), holds: [], within: undefined }));
  const frames = units
    .filter(({ card }) => card.kind === "frame")
    .map((unit) => ({ unit, box: unit.box }))
    .toSorted((a, b) => areaOf(a.box) - areaOf(b.box));
  const place = new Map(frames.map(({ unit }, index) => [unit.card.id, index]));
  for (const unit of units) {
    const at = place.get(unit.card.id) ?? -1;
    const named = unit.card.attributes.frame === undefined ? undefined : place.get(unit.card.attributes.frame);
    // a frame lies in larger ones only: no two hold each other
    let holder = frames[named !== undefined && named > at ? named : frames.length];
    for (let index = at + 1; !holder && index < frames.length; index += 1) {
      const frame = frames[index];
      if (frame && holds(frame.box, unit.box)) holder = frame;
    }
    unit.within = holder?.unit;
    holder?.unit.holds.push(unit);
  }
  // each after what it holds, which is smaller
  const inOrder = [...units.filter(({ card }) => card.kind !== "frame"), ...frames.map(({ unit }) => unit)];
  for (const { box, within } of inOrder) if (within) within.box = around(within.box, box);
  return units.filter(({ within }) => within === undefined);
}
const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

/** Of some units and all that they hold, each after what it lies in. */
export function* allOf(units: readonly Unit[]): Generator<Unit> {
  const left = [...units];
  for (let unit = left.pop(); unit; unit = left.pop()) {
    yield unit;
    for (const held of unit.holds) left.push(held);
  }
}
