import {
  isTrashed,
  titleOf,
  weightOf,
  type BoardSnapshot,
  type CardId,
  type Link,
  type LinkWeights,
} from "@palabre/shared/terms";

/** Kinds that act on each other, in the order in which a board is read: what is done, what it moves, what it is for. */
export const MATRIX_KINDS = ["strategy", "factor", "expectation"] as const;
export type MatrixKind = (typeof MATRIX_KINDS)[number];
const isMatrixKind = (kind: string): kind is MatrixKind => (MATRIX_KINDS as readonly string[]).includes(kind);

export interface MatrixCard {
  readonly id: CardId;
  readonly kind: MatrixKind;
  readonly title: string;
}

/** The map of a board as a table: rows act on columns. */
export interface Matrix {
  /** in order of birth */
  readonly cards: ReadonlyMap<CardId, MatrixCard>;
  /** the live links from one card to another; none is an empty list */
  linksOf(from: CardId, to: CardId): readonly Link[];
  /** sums of the strengths that leave a card and that come to it, over the whole map; as the cards say them */
  influence(id: CardId): number;
  dependence(id: CardId): number;
  readonly total: number;
  /** what the group published of a link, which counts in the sums; undefined while it is as drawn */
  medianOf(link: Link): number | undefined;
}

const NONE: readonly Link[] = [];
const NOT_WEIGHED: LinkWeights = new Map();

/**
 * Cards and links in the trash, other kinds, and links of a card to itself are left out.
 * @param weights what the group published of links
 */
export function readMatrix(
  snapshot: Pick<BoardSnapshot, "cards" | "links">,
  weights: LinkWeights = NOT_WEIGHED,
): Matrix {
  const cards = new Map<CardId, MatrixCard>();
  for (const card of snapshot.cards.values()) {
    if (isMatrixKind(card.kind) && !isTrashed(card))
      cards.set(card.id, { id: card.id, kind: card.kind, title: titleOf(card) });
  }
  const links = new Map<CardId, Map<CardId, Link[]>>();
  const [influence, dependence] = [new Map<CardId, number>(), new Map<CardId, number>()];
  let total = 0;
  for (const link of snapshot.links.values()) {
    const { from, to, attributes } = link;
    if (attributes.trashedAt !== undefined || from === to || !cards.has(from) || !cards.has(to)) continue;
    const row = links.get(from) ?? new Map<CardId, Link[]>();
    links.set(from, row.set(to, [...(row.get(to) ?? []), link]));
    const strength = Math.abs(weightOf(link, weights));
    influence.set(from, (influence.get(from) ?? 0) + strength);
    dependence.set(to, (dependence.get(to) ?? 0) + strength);
    total += strength;
  }
  return {
    cards,
    linksOf: (from, to) => links.get(from)?.get(to) ?? NONE,
    influence: (id) => influence.get(id) ?? 0,
    dependence: (id) => dependence.get(id) ?? 0,
    total,
    medianOf: ({ id }) => weights.get(id)?.median,
  };
}
