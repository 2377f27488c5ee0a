import { useState } from "react";
import type { CardId } from "@palabre/shared/terms";
import type { Place } from "./moves.ts";
import { keepStanding, placeOf, standAt, type Sides, type Standing } from "./standing.ts";

/** Where one stands in the table, as places in the order of now. */
export interface KeptPlace {
  readonly place: Place;
  /** the other corner of what is chosen */
  readonly anchor: Place | undefined;
  readonly stand: (place: Place, anchor?: Place) => void;
}

/** Stays with the cards that one stands on, wherever they come to lie. */
export function useKeptPlace(rows: readonly CardId[], columns: readonly CardId[]): KeptPlace {
  const sides: Sides = [rows, columns];
  const [asked, setAsked] = useState<Standing>();
  // the first cell that isn't on the diagonal
  const now = asked ? keepStanding(sides, asked) : standAt(sides, [0, Math.min(1, columns.length)]);
  // on a table of nobody there is nothing to stand on yet
  if (asked !== now && rows.length > 0 && columns.length > 0) setAsked(now);
  return {
    place: placeOf(now.on),
    anchor: now.anchor && placeOf(now.anchor),
    stand: (place, anchor) => setAsked(standAt(sides, place, anchor)),
  };
}
