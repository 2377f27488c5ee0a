import {
  isTrashed,
  weightOf,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Link,
  type LinkWeights,
} from "@palabre/shared/terms";

/** A link as seen from one of its ends: the other card, and the link between. */
export interface Relation {
  readonly card: Card;
  readonly link: Link;
  /** what counts of it, −3 to 3: the group's median where one is published, else what is drawn; 0 = no effect */
  readonly weight: number;
}
export interface Relations {
  /** strategies that help this expectation */
  readonly servedBy: readonly Relation[];
  /** what else acts on it */
  readonly into: readonly Relation[];
  /** what it acts on */
  readonly out: readonly Relation[];
}

const NOT_WEIGHED: LinkWeights = new Map();

/**
 * What a card is linked to, strongest first; links and cards in the trash are left out.
 * @param weights what the group published of links
 */
export function relationsOf(
  card: Pick<Card, "id" | "kind">,
  snapshot: Pick<BoardSnapshot, "cards" | "links">,
  weights: LinkWeights = NOT_WEIGHED,
): Relations {
  const servedBy: Relation[] = [];
  const into: Relation[] = [];
  const out: Relation[] = [];
  const add = (to: Relation[], id: CardId, link: Link) => {
    const other = snapshot.cards.get(id);
    if (other && !isTrashed(other)) to.push({ card: other, link, weight: weightOf(link, weights) });
  };
  for (const link of snapshot.links.values()) {
    if (link.attributes.trashedAt !== undefined) continue;
    if (link.from === card.id) add(out, link.to, link);
    else if (link.to === card.id) {
      const serves =
        card.kind === "expectation" &&
        weightOf(link, weights) > 0 &&
        snapshot.cards.get(link.from)?.kind === "strategy";
      add(serves ? servedBy : into, link.from, link);
    }
  }
  const byStrength = (a: Relation, b: Relation) => Math.abs(b.weight) - Math.abs(a.weight) || a.link.at - b.link.at;
  return { servedBy: servedBy.sort(byStrength), into: into.sort(byStrength), out: out.sort(byStrength) };
}
