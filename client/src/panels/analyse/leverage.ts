import type { CardStructure, Structure } from "@palabre/shared/analysis/structure";
import type { CardId } from "@palabre/shared/terms";

export interface Lever {
  readonly id: CardId;
  readonly facts: CardStructure;
  /** in the order of what is reached indirectly, 1 the strongest */
  readonly indirectRank: number;
  readonly rank: number;
  /** its own links show little of what it moves in the end */
  readonly isHidden: boolean;
}

/** So many places have to be gained for a driver to be called hidden. */
const HIDDEN_PLACES = 2;

/**
 * What moves the map, strongest first, by what is reached indirectly. Hidden is who gains at least two places by it and ends in the
 * upper half.
 */
export const leversOf = ({ cards }: Pick<Structure, "cards">): readonly Lever[] =>
  [...cards]
    .flatMap(([id, facts]): readonly Lever[] => {
      const { rank, indirectRank, of, influence } = facts;
      if (rank === undefined || indirectRank === undefined || influence === 0) return [];
      const isHidden = rank - indirectRank >= HIDDEN_PLACES && indirectRank <= of / 2;
      return [{ id, facts, rank, indirectRank, isHidden }];
    })
    .toSorted((a, b) => a.indirectRank - b.indirectRank || a.rank - b.rank);
