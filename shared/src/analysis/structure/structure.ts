import type { CardId, LinkId } from "../../terms/index.ts";

/** What the map says, taken together. */
export interface Structure {
  /** every card of the map */
  readonly cards: ReadonlyMap<CardId, CardStructure>;
  /** strongest first */
  readonly loops: readonly Loop[];
  /** false when the search was cut: there are at least these */
  readonly complete: boolean;
  /** whether the ranking by indirect influence has settled */
  readonly isStable: boolean;
  /** links of the map */
  readonly linkCount: number;
}
export interface CardStructure {
  /** direct sums of strengths, of links that leave and that come */
  readonly influence: number;
  readonly dependence: number;
  /** 0 to 1, of the sum over ranked cards; 0 when the sum is 0 */
  readonly influenceShare: number;
  readonly dependenceShare: number;
  /** the same, cumulated along longer ways and damped */
  readonly indirectInfluenceShare: number;
  readonly indirectDependenceShare: number;
  /** undefined when not linked, or with nothing to compare */
  readonly quadrant: "driver" | "relay" | "dependent" | "autonomous" | "between" | undefined;
  /** the smaller distance to a mean, as a share of it */
  readonly margin: number | undefined;
  /** by influence among linked factors, 1 the largest, equal values sharing a rank */
  readonly rank: number | undefined;
  readonly indirectRank: number | undefined;
  /** how many are ranked */
  readonly of: number;
  /** the three strongest that begin here, of at most four links */
  readonly paths: readonly CausalPath[];
  /** loops through it */
  readonly reinforcing: number;
  readonly balancing: number;
  readonly betweenness: number;
  readonly pagerank: number;
  readonly community: number;
}
/** `links[i]` leads from `cards[i]` to `cards[i + 1]`. */
export interface CausalPath {
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
  readonly polarity: 1 | -1;
  /** product of strength / 3, 0 to 1 */
  readonly strength: number;
}
/** `links[i]` leads from `cards[i]` to the next card, the last back to the first. */
export interface Loop {
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
  readonly kind: "reinforcing" | "balancing";
  /** geometric mean of strength / 3, 0 to 1 */
  readonly strength: number;
  readonly isDelayed: boolean;
}
