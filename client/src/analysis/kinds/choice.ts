import { readChoice, type Choice } from "@palabre/shared/analysis/decision";
import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { BoardSnapshot, Budget, Card, CardAttributes, CardId } from "@palabre/shared/terms";

/** What a choice knows of a strategy besides the map. */
export type StrategyFacts = Pick<CardAttributes, "cost" | "gain" | "unit" | "requires" | "excludes">;

export interface ChoiceParams {
  /** of the strategies that have any */
  readonly facts: readonly (readonly [CardId, StrategyFacts])[];
  readonly budget?: Budget | undefined;
}

/**
 * What each strategy does and costs, and which are best together under a budget. That is told too, since who asks may try another by the
 * time this comes.
 */
export const choice = (map: SignedMap, { facts, budget }: ChoiceParams): Choice & Pick<ChoiceParams, "budget"> => ({
  ...readChoice(boardOf(map, new Map(facts)), { budget, map }),
  budget,
});

/** The cards of a board as far as a choice looks at them: no text ever comes to the worker, and what acts on what is in the map. */
function boardOf(map: SignedMap, facts: ReadonlyMap<CardId, StrategyFacts>): BoardSnapshot {
  const cards = map.cards.map(({ id, kind }): [CardId, Card] => [
    id,
    { id, kind, at: 0, position: [0, 0], text: "", attributes: facts.get(id) ?? {}, extra: {} },
  ]);
  return { cards: new Map(cards), links: new Map(), comments: new Map(), skipped: 0 };
}
