import { useState } from "react";
import type { CardId } from "@palabre/shared/terms";
import { keepOrder, orderCards, type Shown, type Sort } from "./orderCards.ts";
import type { Matrix } from "./readMatrix.ts";

/** The cards of one side, sorted when `sort`, `shown` or `turn` changes, and standing still otherwise. */
export function useKeptOrder(matrix: Matrix, sort: Sort, shown: Shown, turn: number): readonly CardId[] {
  const asked = `${sort} ${shown} ${turn}`;
  const now = orderCards(matrix, sort, shown);
  const [kept, setKept] = useState({ asked, order: now });
  const order = kept.asked === asked ? keepOrder(kept.order, now) : now;
  if (kept.asked !== asked || kept.order !== order) setKept({ asked, order });
  return order;
}
