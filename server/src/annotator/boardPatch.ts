import { isMeasured, type BoardFact } from "@palabre/shared/analysis";
import type { BoardSnapshot, Card, CardId, Link, LinkId } from "@palabre/shared/terms";

/** Cards and links to be told to the analysis, as they are now; `undefined` for what is gone or is measured by nothing. */
export interface BoardPatch {
  readonly cards: readonly (readonly [CardId, Card | undefined])[];
  readonly links: readonly (readonly [LinkId, Link | undefined])[];
}

/** Everything that the analysis looks at. */
export const wholeBoard = ({ cards, links }: BoardSnapshot): BoardPatch => ({
  cards: [...cards].filter(([, card]) => isMeasured(card)),
  links: [...links],
});

/** What the facts speak of. A card that comes or goes brings or takes its links, of which no fact tells. */
export function patchOf(facts: readonly BoardFact[], { cards, links }: BoardSnapshot): BoardPatch {
  const touchedCards = new Set<CardId>();
  const touchedLinks = new Set<LinkId>();
  const born = new Set<CardId>();
  for (const fact of facts) {
    if (fact.type === "link") touchedLinks.add(fact.link);
    else if (fact.type === "card") born.add(fact.card);
    else if (fact.type === "text") touchedCards.add(fact.card);
    else if (fact.type === "attribute") {
      // ids are random: one that is no card's is a link's, or nothing's
      if (cards.has(fact.on as CardId)) touchedCards.add(fact.on as CardId);
      else touchedLinks.add(fact.on as LinkId);
    }
  }
  if (born.size > 0) for (const [id, { from, to }] of links) if (born.has(from) || born.has(to)) touchedLinks.add(id);
  const measured = (id: CardId) => {
    const card = cards.get(id);
    return card && isMeasured(card) ? card : undefined;
  };
  return {
    cards: [...touchedCards, ...born].map((id) => [id, measured(id)] as const),
    links: [...touchedLinks].map((id) => [id, links.get(id)] as const),
  };
}

/** Whether a fact may be of interest, as far as can be told without a new snapshot: most facts of a busy board are not. */
export function mayMatter(fact: BoardFact, last: BoardSnapshot | undefined): boolean {
  if (fact.type === "position" || fact.type === "comment") return false;
  if (fact.type !== "text") return true;
  // a card's kind never changes
  const kind = last?.cards.get(fact.card)?.kind;
  return kind === undefined || kind === "expectation";
}
