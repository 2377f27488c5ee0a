import { isTrashed, type BoardSnapshot, type Card, type CardId, type LinkId } from "../../terms/index.ts";

/**
 * The part of a board that the mathematics sees: cards that act on each other, and how.
 *
 * A card's place in the map is its index in `cards`.
 */
export interface SignedMap {
  /** expectations, factors and strategies that are not in the trash, in the order of the snapshot */
  readonly cards: readonly MapCard[];
  /** links between them that are not in the trash; none from a card to itself */
  readonly links: readonly MapLink[];
}
export interface MapCard {
  readonly id: CardId;
  readonly kind: "expectation" | "factor" | "strategy";
}
export interface MapLink {
  readonly id: LinkId;
  /** place of the card that acts */
  readonly from: number;
  /** place of the card that is acted on */
  readonly to: number;
  readonly polarity: 1 | -1;
  /** 1 to 3 */
  readonly strength: number;
  readonly isDelayed: boolean;
}

/** Reads the map of a board. Links to notes and frames are drawings, a link onto the same card is ignored. Empty board, empty map. */
export function readMap(snapshot: BoardSnapshot): SignedMap {
  const cards = [...snapshot.cards.values()].flatMap((card): MapCard[] => {
    const kind = kindOnMap(card);
    return kind === undefined ? [] : [{ id: card.id, kind }];
  });
  const places = new Map(cards.map(({ id }, place) => [id, place]));
  const links = [...snapshot.links.values()].flatMap((link): MapLink[] => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    if (from === undefined || to === undefined || from === to || link.attributes.trashedAt !== undefined) return [];
    const polarity = link.polarity === "-" ? -1 : 1;
    return [{ id: link.id, from, to, polarity, strength: link.strength, isDelayed: link.delay }];
  });
  return { cards, links };
}

const KINDS = ["expectation", "factor", "strategy"] as const satisfies readonly MapCard["kind"][];
const kindOnMap = (card: Pick<Card, "kind" | "attributes">): MapCard["kind"] | undefined =>
  isTrashed(card) ? undefined : KINDS.find((kind) => kind === card.kind);
