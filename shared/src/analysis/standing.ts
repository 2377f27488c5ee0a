import { LIMITS, type CardId, type EvidencePath, type Measure, type Reading } from "../terms/index.ts";
import { roundMargin, roundShare } from "./rounded.ts";
import type { CardStructure } from "./structure/index.ts";
import type { MapThought } from "./thought.ts";

const missing = (measure: Measure): Reading => ({ measure, state: "missing", n: 0, origin: [] });

/**
 * Where a factor stands on the map: what it moves and what moves it, directly and through others, and its quadrant.
 *
 * Influence and dependence of a factor that no link touches are `missing`, since 0 would claim that it was weighed; the others are
 * left out. Where no linked factor moves another there is nothing to rank, and no quadrant. n = the links that are counted.
 */
export function readStanding(id: CardId, { structure }: MapThought): readonly Reading[] {
  const card = structure.cards.get(id);
  if (card === undefined || isUnlinked(card)) return [missing("influence"), missing("dependence")];
  return [
    {
      measure: "influence",
      state: "known",
      value: card.influence,
      n: card.linksOut,
      ...ranked(card.influenceShare, card.rank, card.of),
      origin: [],
    },
    {
      measure: "dependence",
      state: "known",
      value: card.dependence,
      n: card.linksIn,
      ...ranked(card.dependenceShare, card.dependenceRank, card.of),
      origin: [],
    },
    ...readIndirect(card, structure.isStable),
    ...readQuadrant(card),
  ];
}

const isUnlinked = ({ linksOut, linksIn }: CardStructure): boolean => linksOut + linksIn === 0;

/** On a map with more factors than this, the first ten have a rank: to be 143rd of 300 says nothing, and changes with every link. */
const ALL_RANKED = 30;
const FIRST = 10;
const isTold = (rank: number, of: number): boolean => of <= ALL_RANKED || rank <= FIRST;

const ranked = (share: number, rank: number | undefined, of: number): Partial<Reading> => {
  if (rank === undefined) return {};
  return { share: roundShare(share), ...(isTold(rank, of) ? { rank } : {}), of };
};

function readIndirect(card: CardStructure, isStable: boolean): readonly Reading[] {
  const { rank, indirectRank, of } = card;
  if (indirectRank === undefined || rank === undefined) return [];
  return [
    {
      measure: "indirectInfluence",
      state: "known",
      value: roundShare(card.indirectInfluenceShare),
      n: card.linksOut,
      ...(isTold(indirectRank, of) ? { rank: indirectRank, directRank: rank } : {}),
      of,
      ...(isStable ? {} : { isStable }),
      origin: [],
    },
  ];
}

function readQuadrant({ quadrant, margin, of }: CardStructure): readonly Reading[] {
  if (quadrant === undefined || margin === undefined) return [];
  return [{ measure: "quadrant", state: "known", value: roundMargin(margin), n: of, quadrant, origin: [] }];
}

/**
 * How many feedback loops go through a card.
 *
 * @returns nothing for one that no link touches
 */
export function readLoops(id: CardId, { structure }: MapThought): readonly Reading[] {
  const card = structure.cards.get(id);
  if (card === undefined || isUnlinked(card)) return [];
  const { reinforcing, balancing } = card;
  return [
    {
      measure: "loops",
      state: "known",
      value: reinforcing + balancing,
      n: reinforcing + balancing,
      reinforcing,
      balancing,
      // what no way comes back to is on no loop, however many there are elsewhere
      ...(structure.complete || !card.isOnCircle ? {} : { isPartial: true }),
      origin: [],
    },
  ];
}

/** The strongest ways from a card into the map, as they are written down. */
export const evidenceOf = (id: CardId, { structure }: MapThought): readonly EvidencePath[] =>
  (structure.cards.get(id)?.paths ?? [])
    .slice(0, LIMITS.pathsPerAnnotation)
    .map(({ links, polarity, strength }) => ({ links, polarity, strength: roundShare(strength) }));
