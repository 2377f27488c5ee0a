import type { Card, CardId } from "@palabre/shared/terms";
import { stepOfEffect } from "../../overlays/index.ts";

/** How a card moves when something is supposed, and how it did in the hypothesis that it is compared with. */
export interface Effect {
  readonly card: Card;
  /** −1 to 1 */
  readonly value: number;
  readonly step: ReturnType<typeof stepOfEffect>;
  /** undefined while nothing is compared */
  readonly before: number | undefined;
}

/**
 * What moves, the largest first, or, while two hypotheses are compared, what differs most; equal ones stay in the order of the
 * board. What is supposed itself, in either, is left out, and so is what stays as it is in both.
 */
export function listEffects(
  cards: readonly Card[],
  levels: ReadonlyMap<CardId, number>,
  effects: ReadonlyMap<CardId, number>,
  kept: { readonly levels: ReadonlyMap<CardId, number>; readonly effects: ReadonlyMap<CardId, number> } | undefined,
): readonly Effect[] {
  const sizeOf = ({ value, before }: Effect): number => Math.abs(before === undefined ? value : value - before);
  return cards
    .filter(({ id }) => (levels.get(id) ?? 0) === 0 && (kept?.levels.get(id) ?? 0) === 0)
    .map((card): Effect => {
      const value = effects.get(card.id) ?? 0;
      return { card, value, step: stepOfEffect(value), before: kept && (kept.effects.get(card.id) ?? 0) };
    })
    .filter(({ step, before }) => step !== 0 || stepOfEffect(before ?? 0) !== 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}
