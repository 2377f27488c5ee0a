import type { Disagreement } from "@palabre/shared/analysis/decision";
import {
  isTrashed,
  type Ballot,
  type BallotId,
  type BoardSnapshot,
  type CardId,
  type Link,
  type LinkId,
  type OptionTally,
} from "@palabre/shared/terms";

/** The scale of an influence goes from −3 to 3. */
const WIDEST = 6;

/**
 * What published ballots hold of disagreement: of a link, how far the middle half of the people reaches; of a card, what its answers lack of
 * consensus. Of several ballots on one thing the last counts; what all say alike is left out, and so is what is in the trash, by itself or
 * with a card at its end.
 */
export function votedDisagreements(
  ballots: ReadonlyMap<BallotId, Ballot>,
  { cards, links }: Pick<BoardSnapshot, "cards" | "links">,
): readonly Disagreement[] {
  const isHere = (id: CardId): boolean => {
    const card = cards.get(id);
    return card !== undefined && !isTrashed(card);
  };
  const linkHere = (id: LinkId): Link | undefined => {
    const link = links.get(id);
    const isShown = link?.attributes.trashedAt === undefined;
    return link && isShown && isHere(link.from) && isHere(link.to) ? link : undefined;
  };
  const found = new Map<CardId | LinkId, Disagreement | undefined>();
  const published = [...ballots.values()]
    .filter(({ tally }) => tally !== undefined && tally.isHeldBack !== true)
    .toSorted((a, b) => (a.tally?.publishedAt ?? 0) - (b.tally?.publishedAt ?? 0));
  for (const { tally, options, method } of published)
    for (const { on } of options) {
      const figures = tally?.perOption[on];
      if ((figures?.n ?? 0) < 2 || !figures) continue;
      // the method of a ballot says what its options are
      if (method === "links") found.set(on, onLink(linkHere(on as LinkId), figures));
      else if (figures.consensus !== undefined)
        found.set(on, isHere(on as CardId) ? onCard(on as CardId, figures) : undefined);
    }
  return [...found.values()].filter((each) => each !== undefined);
}

function onLink(link: Link | undefined, { n = 0, low = 0, high = low }: OptionTally): Disagreement | undefined {
  if (!link || high <= low) return undefined;
  return {
    on: { type: "influence", from: link.from, to: link.to, links: [link.id] },
    spread: (high - low) / WIDEST,
    n,
    low,
    high,
  };
}

const onCard = (card: CardId, { n = 0, consensus = 1 }: OptionTally): Disagreement | undefined =>
  consensus >= 1 ? undefined : { on: { type: "card", card }, spread: 1 - consensus, n, low: 0, high: 0 };

/**
 * What was weighed stands in the place of what was drawn between the same two cards, also where all weighed it alike.
 * @param weighed links that the group published a weight of
 */
export function withVoted(
  drawn: readonly Disagreement[],
  voted: readonly Disagreement[],
  weighed: { readonly has: (link: LinkId) => boolean },
): readonly Disagreement[] {
  const pairOf = ({ on }: Disagreement): string | undefined =>
    on.type === "influence" ? `${on.from} ${on.to}` : undefined;
  const apart = new Set(voted.map(pairOf));
  const isWeighed = ({ on }: Disagreement): boolean =>
    on.type === "influence" && on.links.some((link) => weighed.has(link));
  return [...drawn.filter((each) => !apart.has(pairOf(each)) && !isWeighed(each)), ...voted];
}
