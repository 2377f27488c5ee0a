import type { CardId } from "@palabre/shared/terms";
import { MATRIX_KINDS, type Matrix, type MatrixKind } from "./readMatrix.ts";

export const SORTS = ["kind", "birth", "influence", "dependence"] as const;
export type Sort = (typeof SORTS)[number];
export type Shown = MatrixKind | "all";

/** The cards of one side, sorted; equal ones stand in order of birth. */
export function orderCards(matrix: Matrix, sort: Sort, shown: Shown): readonly CardId[] {
  const cards = [...matrix.cards.values()].filter(({ kind }) => shown === "all" || kind === shown);
  const key: Record<Sort, (card: (typeof cards)[number]) => number> = {
    birth: () => 0,
    kind: ({ kind }) => MATRIX_KINDS.indexOf(kind),
    influence: ({ id }) => -matrix.influence(id),
    dependence: ({ id }) => -matrix.dependence(id),
  };
  return cards.toSorted((a, b) => key[sort](a) - key[sort](b)).map(({ id }) => id);
}

/**
 * An order that stands still while people write: who was there keeps the place, what is new comes last. Sorting again under somebody's hands
 * would put a number into another cell than the one looked at.
 */
export function keepOrder(order: readonly CardId[], now: readonly CardId[]): readonly CardId[] {
  const there = new Set(now);
  const before = new Set(order);
  const kept = order.filter((id) => there.has(id));
  const come = now.filter((id) => !before.has(id));
  return come.length === 0 && kept.length === order.length ? order : [...kept, ...come];
}
