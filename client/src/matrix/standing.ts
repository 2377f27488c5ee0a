import type { CardId } from "@palabre/shared/terms";
import type { Place } from "./moves.ts";

/** Whom one stands on, of the rows or of the columns: a card, and its place when it was last seen; no card is the sums. */
export interface Footing {
  readonly card: CardId | undefined;
  readonly at: number;
}
type Spot = readonly [row: Footing, column: Footing];

/** Where one stands in the table, and the other corner of what is chosen. */
export interface Standing {
  readonly on: Spot;
  readonly anchor?: Spot | undefined;
}
export type Sides = readonly [rows: readonly CardId[], columns: readonly CardId[]];

const spotAt = (sides: Sides, place: Place): Spot => [
  { card: sides[0][place[0]], at: place[0] },
  { card: sides[1][place[1]], at: place[1] },
];
export const standAt = (sides: Sides, place: Place, anchor?: Place): Standing => ({
  on: spotAt(sides, place),
  anchor: anchor && spotAt(sides, anchor),
});
export const placeOf = ([row, column]: Spot): Place => [row.at, column.at];

/** Where the card stands now, and the sums, which come after the last one; undefined once that card is gone. */
function placeIn(order: readonly CardId[], { card }: Footing): number | undefined {
  const at = card === undefined ? order.length : order.indexOf(card);
  return at === -1 ? undefined : at;
}

/**
 * The same standing in the order of now: what one types goes to the cards that one looks at, whoever comes or goes beside them. Once one of
 * them is gone itself, one stands where it was, or on the last, and nothing else is chosen: the corners would hold cells that nobody chose.
 * @returns the one given when nothing moved
 */
export function keepStanding(sides: Sides, standing: Standing): Standing {
  const { on, anchor } = standing;
  const isGone = [on, anchor].some((spot) =>
    spot?.some((each, side) => placeIn(orderOf(sides, side), each) === undefined),
  );
  const kept = { on: keepSpot(sides, on), anchor: isGone ? undefined : anchor && keepSpot(sides, anchor) };
  return kept.on === on && kept.anchor === anchor ? standing : kept;
}

const orderOf = (sides: Sides, side: number): readonly CardId[] => sides[side === 0 ? 0 : 1];

function keepSpot([rows, columns]: Sides, spot: Spot): Spot {
  const [row, column] = [keepFooting(rows, spot[0]), keepFooting(columns, spot[1])];
  return row === spot[0] && column === spot[1] ? spot : [row, column];
}

function keepFooting(order: readonly CardId[], footing: Footing): Footing {
  const at = placeIn(order, footing) ?? Math.max(0, Math.min(footing.at, order.length - 1));
  return at === footing.at && order[at] === footing.card ? footing : { card: order[at], at };
}
