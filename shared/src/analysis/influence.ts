import { isTrashed, type BoardSnapshot, type Card, type CardId, type Measure, type Reading } from "../terms/index.ts";

/** Kinds whose links say how one thing acts on another. A link to a note or a frame is a drawing. */
const LINKED_KINDS: ReadonlySet<string> = new Set(["expectation", "factor", "strategy"]);

/** Direct influence and dependence of one factor. */
export interface Standing {
  readonly influence: Reading;
  readonly dependence: Reading;
}
interface Sum {
  strength: number;
  links: number;
}

/**
 * How strongly each factor acts on the rest of the map, and how strongly the map acts on it (MICMAC, the direct sums).
 *
 * Influence I_i = Σ_j m_ij, dependence D_j = Σ_i m_ij, where m_ij is the strength (1 to 3) of the link from i to j; the sign
 * is put aside. Links count between expectations, factors and strategies, none of them and neither end in the trash;
 * parallel links add up; a link from a card to itself is ignored, since acting on oneself is neither.
 *
 * Shares and ranks compare linked factors with each other: `share` is the part of their sum, `rank` 1 the largest, equal
 * values sharing a rank. A factor that no link touches is `missing`, since 0 would claim that it was weighed; where every
 * linked factor has 0 there is nothing to rank.
 *
 * Example: a –3→ b, b –1→ a, c –2→ b give influences 3, 1, 2 and dependences 1, 5, 0.
 * @returns one entry for each factor that is not in the trash
 * @see Godet, "From anticipation to action", 1994, on direct classification
 */
export function readInfluence(snapshot: BoardSnapshot): ReadonlyMap<CardId, Standing> {
  const isLinked = (id: CardId) => {
    const card = snapshot.cards.get(id);
    return card !== undefined && LINKED_KINDS.has(card.kind) && !isTrashed(card);
  };
  const out = new Map<CardId, Sum>();
  const into = new Map<CardId, Sum>();
  for (const link of snapshot.links.values()) {
    if (link.attributes.trashedAt !== undefined || link.from === link.to || !isLinked(link.from) || !isLinked(link.to))
      continue;
    add(out, link.from, link.strength);
    add(into, link.to, link.strength);
  }
  const factors = [...snapshot.cards.values()].filter((card) => card.kind === "factor" && !isTrashed(card));
  const linked = factors.filter(({ id }) => out.has(id) || into.has(id));
  const influences = rankedReadings("influence", linked, out);
  const dependences = rankedReadings("dependence", linked, into);
  return new Map(
    factors.map(({ id }): [CardId, Standing] => [
      id,
      {
        influence: influences.get(id) ?? missing("influence"),
        dependence: dependences.get(id) ?? missing("dependence"),
      },
    ]),
  );
}

function add(sums: Map<CardId, Sum>, id: CardId, strength: number): void {
  const sum = sums.get(id) ?? { strength: 0, links: 0 };
  sums.set(id, { strength: sum.strength + strength, links: sum.links + 1 });
}

const missing = (measure: Measure): Reading => ({ measure, state: "missing", n: 0, origin: [] });

function rankedReadings(
  measure: Measure,
  factors: readonly Card[],
  sums: ReadonlyMap<CardId, Sum>,
): ReadonlyMap<CardId, Reading> {
  const valueOf = (id: CardId) => sums.get(id)?.strength ?? 0;
  const values = factors.map(({ id }) => valueOf(id)).sort((a, b) => b - a);
  const whole = values.reduce((sum, value) => sum + value, 0);
  // the first place at which a value stands is its rank: 9, 9, 4 are ranked 1, 1, 3
  const ranks = new Map(values.map((value, index): [number, number] => [value, index + 1]).toReversed());
  return new Map(
    factors.map(({ id }): [CardId, Reading] => {
      const value = valueOf(id);
      const rank = ranks.get(value);
      const compared = whole === 0 || rank === undefined ? {} : { share: value / whole, rank, of: factors.length };
      return [id, { measure, state: "known", value, n: sums.get(id)?.links ?? 0, ...compared, origin: [] }];
    }),
  );
}
