import { LIMITS, servingBest, type Card, type CardId, type Reading, type ReadingPart } from "../terms/index.ts";
import { roundShare } from "./rounded.ts";
import type { ChoiceThought } from "./thought.ts";

/** Effects smaller than this are none. */
const NO_EFFECT = 0.001;

/** The largest first, eight at most; `kept` is one of them, wherever it stands. */
function cutParts(parts: readonly ReadingPart[], kept?: ReadingPart): readonly ReadingPart[] {
  const first = parts.slice(0, LIMITS.partsPerReading);
  return kept === undefined || first.includes(kept) ? first : [...first.slice(0, -1), kept];
}

/** The largest effects first; equal ones in the order in which they came, which is that of the cards' birth. */
const largest = (effects: Iterable<readonly [CardId, number]>): readonly ReadingPart[] =>
  [...effects]
    .map(([card, value]) => ({ card, value: roundShare(value) }))
    .filter(({ value }) => Math.abs(value) >= NO_EFFECT)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));

/**
 * What a strategy alone moves: where each expectation would settle with it, and how much of them all that serves.
 *
 * @returns nothing where no way leads from it to an expectation
 */
export function readEffect(card: Pick<Card, "id">, { choice }: ChoiceThought): readonly Reading[] {
  if (choice === undefined) return [{ measure: "effect", state: "beyond", n: 0, origin: [] }];
  const strategy = choice.strategies.get(card.id);
  const parts = largest(strategy?.effects ?? []);
  if (strategy === undefined || parts.length === 0) return [];
  return [
    {
      measure: "effect",
      state: "known",
      value: roundShare(strategy.value),
      n: parts.length,
      parts: cutParts(parts),
      origin: [],
    },
  ];
}

/**
 * Which strategies move an expectation, and how far each would take it alone. Its value is what serves it best, or harms it least, so that this one
 * is among the parts even where others move it further.
 *
 * @returns nothing where none does
 */
export function readServedBy(card: Pick<Card, "id">, { choice }: ChoiceThought): readonly Reading[] {
  const parts = largest(
    [...(choice?.strategies ?? [])].map(([strategy, { effects }]) => [strategy, effects.get(card.id) ?? 0] as const),
  );
  const best = servingBest(parts);
  if (best === undefined) return [];
  return [
    {
      measure: "servedBy",
      state: "known",
      value: best.value,
      n: parts.length,
      parts: cutParts(parts, best),
      origin: [],
    },
  ];
}

/**
 * How often a strategy stays the best.
 *
 * @returns nothing while there is nothing to choose between
 */
export function readBest(card: Pick<Card, "id">, { robustness }: ChoiceThought): readonly Reading[] {
  if (robustness === "pending") return [{ measure: "best", state: "pending", n: 0, origin: [] }];
  const share = robustness?.strategies.get(card.id);
  if (robustness === undefined || share === undefined) return [];
  return [
    {
      measure: "best",
      state: "known",
      value: roundShare(share.best),
      low: roundShare(share.low),
      high: roundShare(share.high),
      // who drew the links is one
      n: Math.max(1, robustness.people),
      draws: robustness.draws,
      regret: roundShare(share.regret),
      worth: roundShare(share.worth),
      robustness: robustness.word,
      // which links decide is not all found yet
      ...(robustness.isWhole ? {} : { isPartial: true }),
      origin: [],
    },
  ];
}

/**
 * Whether a strategy is in the best portfolio under the budget.
 *
 * `undefined` where its cost is counted in another unit, or where it needs a strategy whose cost is; `isTied` where equally good
 * portfolios differ in it.
 * @returns nothing while there is no budget, nothing that it could pay, or no cost of this strategy
 */
export function readBudget(card: Pick<Card, "id">, { choice, budget }: ChoiceThought): readonly Reading[] {
  const strategy = choice?.strategies.get(card.id);
  if (budget === undefined || choice?.best === undefined || strategy === undefined) return [];
  const of = [...choice.strategies.values()].filter(({ inBest }) => inBest !== undefined).length;
  const about = { measure: "budget", n: choice.best.strategies.length, of, origin: [] } as const;
  if (strategy.inBest !== undefined)
    return [{ ...about, state: "known", value: strategy.inBest ? 1 : 0, ...(strategy.isTied ? { isTied: true } : {}) }];
  const isUncounted = strategy.leftOut === "no-cost" || strategy.leftOut === "no-gain";
  return isUncounted ? [] : [{ ...about, state: "undefined" }];
}
