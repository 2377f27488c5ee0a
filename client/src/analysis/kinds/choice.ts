import { readChoice, type Choice } from "@palabre/shared/analysis/decision";
import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { BoardSnapshot, Budget, Card, CardAttributes, CardId, Link } from "@palabre/shared/terms";

/** What a choice knows of a strategy besides the map. */
export type StrategyFacts = Pick<CardAttributes, "cost" | "gain" | "unit" | "requires" | "excludes">;

export interface ChoiceParams {
  /** of the strategies that have any */
  readonly facts: readonly (readonly [CardId, StrategyFacts])[];
  readonly budget?: Budget | undefined;
}

/** What each strategy does and costs, and which are best together under a budget. */
export const choice = (map: SignedMap, { facts, budget }: ChoiceParams): Choice =>
  readChoice(boardOf(map, new Map(facts)), { budget });

/** The board as far as a choice looks at it: no text ever comes to the worker. */
function boardOf(map: SignedMap, facts: ReadonlyMap<CardId, StrategyFacts>): BoardSnapshot {
  const cards = map.cards.map(({ id, kind }): [CardId, Card] => [
    id,
    { id, kind, at: 0, position: [0, 0], text: "", attributes: facts.get(id) ?? {}, extra: {} },
  ]);
  const links = map.links.flatMap(({ id, from, to, polarity, strength, isDelayed }): [Link["id"], Link][] => {
    const [start, end] = [map.cards[from], map.cards[to]];
    if (!start || !end) return [];
    const link: Link = {
      id,
      from: start.id,
      to: end.id,
      at: 0,
      polarity: polarity < 0 ? "-" : "+",
      // a map is read from links, whose strengths are 1 to 3
      strength: strength as Link["strength"],
      delay: isDelayed,
      label: "",
      attributes: {},
      extra: {},
    };
    return [[id, link]];
  });
  return { cards: new Map(cards), links: new Map(links), comments: new Map(), skipped: 0 };
}
