import {
  isTrashed,
  type BoardSnapshot,
  type CardAttributeName,
  type CardId,
  type CommentId,
  type LinkId,
  type ThingId,
} from "../terms/index.ts";

/** One fact of a board that changed, by name; what `documents` tells of a change is of this shape. */
export type BoardFact =
  | { readonly type: "card" | "position" | "text"; readonly card: CardId }
  | { readonly type: "attribute"; readonly on: ThingId; readonly name: string }
  | { readonly type: "link"; readonly link: LinkId }
  | { readonly type: "comment"; readonly comment: CommentId };

/** Attributes of a card that its own figures are made of. */
const FIGURE_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  expectation: new Set(["query"] satisfies CardAttributeName[]),
  strategy: new Set(["cost", "gain", "unit", "horizon"] satisfies CardAttributeName[]),
};

/**
 * Which cards a change of the board makes stale; empty for what no figure is made of: moving, colouring, drawing, a note's text.
 *
 * An expectation hangs on its query, or on its text while it has none; a strategy on its cost, gain, unit and horizon; every
 * factor on every link, since factors are compared with each other. Cards that are gone or in the trash are named too: what
 * was said of them is to be taken away.
 * @param snapshot the board after the change
 */
export function affectedBy(facts: Iterable<BoardFact>, snapshot: BoardSnapshot): ReadonlySet<CardId> {
  const affected = new Set<CardId>();
  let factors = false;
  for (const fact of facts) {
    switch (fact.type) {
      case "card":
        affected.add(fact.card);
        factors ||= isLinked(snapshot, fact.card);
        break;
      case "text": {
        const card = snapshot.cards.get(fact.card);
        if (card?.kind === "expectation" && card.attributes.query === undefined) affected.add(fact.card);
        break;
      }
      case "link":
        factors = true;
        break;
      case "attribute": {
        const card = snapshot.cards.get(fact.on as CardId);
        if (card === undefined) {
          // a link, or a thing that is not there; of a link only what a sum is made of counts
          factors ||= fact.name === "strength" || fact.name === "trashedAt";
        } else if (fact.name === "trashedAt") {
          affected.add(card.id);
          factors ||= isLinked(snapshot, card.id);
        } else if (FIGURE_ATTRIBUTES[card.kind]?.has(fact.name)) affected.add(card.id);
        break;
      }
      case "position":
      case "comment":
        break;
    }
  }
  if (factors)
    for (const card of snapshot.cards.values()) if (card.kind === "factor" && !isTrashed(card)) affected.add(card.id);
  return affected;
}

/** Whether a link touches the card; a card that is gone has taken its links out of the snapshot, so it is taken to have had some. */
function isLinked(snapshot: BoardSnapshot, id: CardId): boolean {
  if (!snapshot.cards.has(id)) return true;
  for (const { from, to } of snapshot.links.values()) if (from === id || to === id) return true;
  return false;
}
