import type { CardId, Pair } from "@palabre/shared/terms";
import { boundsOf, type Box } from "../box.ts";
import type { Unit } from "./units.ts";

/** Where units are brought to: a side of what is around all of them, or its middle line. */
export const SIDES = ["Left", "Right", "Up", "Down", "Column", "Row"] as const;
export type Side = (typeof SIDES)[number];

/** How far each card goes so that its unit stands at a side of all, or centred on one line: a column stands under one another. */
export function alignTo(units: readonly Unit[], side: Side): ReadonlyMap<CardId, Pair> {
  const around = boundsOf(units.map(({ box }) => box));
  const moves = new Map<CardId, Pair>();
  if (!around || units.length < 2) return moves;
  for (const unit of units) if (!unit.isStuck) put(moves, unit, byTo(unit.box, around, side));
  return moves;
}

function byTo(box: Box, around: Box, side: Side): Pair {
  switch (side) {
    case "Left":
      return [around.x - box.x, 0];
    case "Right":
      return [around.x + around.width - box.x - box.width, 0];
    case "Up":
      return [0, around.y - box.y];
    case "Down":
      return [0, around.y + around.height - box.y - box.height];
    case "Column":
      return [around.x + around.width / 2 - box.x - box.width / 2, 0];
    case "Row":
      return [0, around.y + around.height / 2 - box.y - box.height / 2];
  }
}

/** Ways to space units out. */
export const SPREADS = ["Row", "Column"] as const;
export type Spread = (typeof SPREADS)[number];

/** How far each card goes so that the gaps between units are equal, side by side or one under another; the two at the ends stay. */
export function spreadOut(units: readonly Unit[], along: Spread): ReadonlyMap<CardId, Pair> {
  const startOf = ({ box }: Unit) => (along === "Row" ? box.x : box.y);
  const lengthOf = ({ box }: Unit) => (along === "Row" ? box.width : box.height);
  const moves = new Map<CardId, Pair>();
  const inTurn = units.toSorted((a, b) => startOf(a) + lengthOf(a) / 2 - startOf(b) - lengthOf(b) / 2);
  const [first, last] = [inTurn[0], inTurn.at(-1)];
  if (!first || !last || inTurn.length < 3) return moves;
  const between = startOf(last) - startOf(first) - lengthOf(first);
  const inside = inTurn.slice(1, -1);
  const gap = (between - inside.reduce((sum, unit) => sum + lengthOf(unit), 0)) / (inside.length + 1);
  let next = startOf(first) + lengthOf(first) + gap;
  for (const unit of inside) {
    const by = next - startOf(unit);
    if (!unit.isStuck) put(moves, unit, along === "Row" ? [by, 0] : [0, by]);
    next += lengthOf(unit) + gap;
  }
  return moves;
}

function put(moves: Map<CardId, Pair>, { cards }: Unit, by: Pair): void {
  if (by[0] !== 0 || by[1] !== 0) for (const card of cards) moves.set(card, by);
}
