import {
  isTrashed,
  weightOf,
  type BoardSnapshot,
  type Card,
  type CardId,
  type LinkId,
  type LinkWeights,
} from "../../terms/index.ts";

/**
 * The part of a board that the mathematics sees: cards that act on each other, and how.
 *
 * A card's place in the map is its index in `cards`.
 */
export interface SignedMap {
  /** expectations, factors and strategies that are not in the trash, in the order of the snapshot */
  readonly cards: readonly MapCard[];
  /** links between them that are not in the trash, with what counts of them; none from a card to itself */
  readonly links: readonly MapLink[];
  /**
   * Links of which the group says that they have no effect, strength 0: nothing goes through them. They count where people are drawn
   * again, since others of the same group might say otherwise. Absent while there is none.
   */
  readonly silent?: readonly MapLink[] | undefined;
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
  /** 1 to 3 as drawn; a median of the group may lie between, down to a half */
  readonly strength: number;
  readonly isDelayed: boolean;
}

const NOT_WEIGHED: LinkWeights = new Map();

/**
 * Reads the map of a board. Links to notes and frames are drawings, a link onto the same card is ignored. Empty board, empty map.
 * @param weights what the group published of links: its median counts in the place of what is drawn
 */
export function readMap(snapshot: BoardSnapshot, weights: LinkWeights = NOT_WEIGHED): SignedMap {
  const cards = [...snapshot.cards.values()].flatMap((card): MapCard[] => {
    const kind = kindOnMap(card);
    return kind === undefined ? [] : [{ id: card.id, kind }];
  });
  const places = new Map(cards.map(({ id }, place) => [id, place]));
  const found = [...snapshot.links.values()].flatMap((link): MapLink[] => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    if (from === undefined || to === undefined || from === to || link.attributes.trashedAt !== undefined) return [];
    const weight = weightOf(link, weights);
    const polarity = weight < 0 ? -1 : 1;
    return [{ id: link.id, from, to, polarity, strength: Math.abs(weight), isDelayed: link.delay }];
  });
  const silent = found.filter(({ strength }) => strength === 0);
  if (silent.length === 0) return { cards, links: found };
  return { cards, links: found.filter(({ strength }) => strength !== 0), silent };
}

const KINDS = ["expectation", "factor", "strategy"] as const satisfies readonly MapCard["kind"][];
const kindOnMap = (card: Pick<Card, "kind" | "attributes">): MapCard["kind"] | undefined =>
  isTrashed(card) ? undefined : KINDS.find((kind) => kind === card.kind);
