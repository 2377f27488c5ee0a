import {
  isTrashed,
  type BoardSnapshot,
  type CardAttributeName,
  type CardId,
  type CommentId,
  type LinkAttributeName,
  type LinkId,
  type ThingId,
} from "../terms/index.ts";

/** One fact of a board that changed, by name; what `documents` tells of a change is of this shape. */
export type BoardFact =
  | { readonly type: "card" | "position" | "text"; readonly card: CardId }
  | { readonly type: "attribute"; readonly on: ThingId; readonly name: string }
  | { readonly type: "link"; readonly link: LinkId }
  | { readonly type: "comment"; readonly comment: CommentId };

/** What has to be measured again. */
export interface Stale {
  /** cards with a figure of their own that is no longer true; those that are gone or in the trash are named too */
  readonly cards: ReadonlySet<CardId>;
  /** the map is another: all that stands on it, its links too */
  readonly map: boolean;
  /** what strategies cost and bring is another: every strategy and expectation */
  readonly choice: boolean;
}

/** Attributes of a card that its own figures are made of. */
const OWN: Readonly<Record<string, ReadonlySet<string>>> = {
  expectation: new Set(["query"] satisfies CardAttributeName[]),
  strategy: new Set(["cost", "gain", "unit", "horizon"] satisfies CardAttributeName[]),
};
/** Attributes of a strategy that strategies are compared by. */
const COMPARED: ReadonlySet<string> = new Set(["cost", "gain", "unit", "requires", "excludes"]);
/** Attributes of a link that the map is made of. */
const DRAWN: ReadonlySet<string> = new Set<LinkAttributeName>(["polarity", "strength", "delay", "trashedAt"]);
/** Kinds that stand on the map. */
const ON_MAP: ReadonlySet<string> = new Set(["expectation", "factor", "strategy"]);

/**
 * What a change of the board makes stale; nothing for what no figure is made of: moving, colouring, drawing, a note's text.
 *
 * An expectation hangs on its query, or on its text while it has none; a strategy on its cost, gain, unit and horizon. All that
 * stands on the map hangs on every link, since cards are compared with each other and influence goes through many of them.
 * @param snapshot the board after the change
 */
export function affectedBy(facts: Iterable<BoardFact>, snapshot: BoardSnapshot): Stale {
  const cards = new Set<CardId>();
  let map = false;
  let choice = false;
  for (const fact of facts) {
    switch (fact.type) {
      case "card": {
        const kind = snapshot.cards.get(fact.card)?.kind;
        cards.add(fact.card);
        // one that is gone may have stood on it
        map ||= kind === undefined || ON_MAP.has(kind);
        break;
      }
      case "text": {
        const card = snapshot.cards.get(fact.card);
        if (card?.kind === "expectation" && card.attributes.query === undefined) cards.add(fact.card);
        break;
      }
      case "link":
        map = true;
        break;
      case "attribute": {
        const card = snapshot.cards.get(fact.on as CardId);
        if (card === undefined) {
          // a link, or a thing that is not there
          map ||= DRAWN.has(fact.name);
        } else if (fact.name === "trashedAt") {
          cards.add(card.id);
          map ||= ON_MAP.has(card.kind);
        } else {
          if (OWN[card.kind]?.has(fact.name)) cards.add(card.id);
          choice ||= card.kind === "strategy" && COMPARED.has(fact.name) && !isTrashed(card);
        }
        break;
      }
      case "position":
      case "comment":
        break;
    }
  }
  return { cards, map, choice };
}
