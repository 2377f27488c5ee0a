import type { BoardSnapshot, CardId, LinkId, PersonId } from "../../terms/index.ts";
import { isMore } from "./tie.ts";

/** Something on the map about which people may think differently: a card, or what one card does to another. */
export type TalkSubject =
  | { readonly type: "card"; readonly card: CardId }
  | {
      readonly type: "influence";
      readonly from: CardId;
      readonly to: CardId;
      /** the links that say it, in the order of the board; never empty */
      readonly links: readonly LinkId[];
    };

/** How far people are apart on one thing. */
export interface Disagreement {
  readonly on: TalkSubject;
  /** 0 = all say the same, 1 = as far apart as the scale goes */
  readonly spread: number;
  /** people who said something */
  readonly n: number;
  /** the two ends of what was said, −3 to 3 for an influence */
  readonly low: number;
  readonly high: number;
}

/** One thing to talk about, and why. */
export interface TalkItem extends Disagreement {
  /** spread × importance, 0 to 1 */
  readonly score: number;
  /** 0 to 1: how much hangs on it, as compared with what most hangs on */
  readonly importance: number;
  /** 1 = first; equal scores share a rank */
  readonly rank: number;
  /** the strategy that would be best if this influence were a step stronger or weaker */
  readonly winner: CardId | undefined;
  /** others would be as good as `winner` then */
  readonly isTied: boolean;
}

/** The scale of an influence goes from −3 to 3. */
const WIDEST = 6;
/** What one person alone says may as well be a step weaker or stronger: that is how robust choice takes it. */
const ONE_STEP = 1 / WIDEST;

/**
 * What the board itself holds of disagreement: cards that different people joined in the same direction by links of different sign or strength.
 *
 * Each person says the mean of what they drew, polarity × strength; the spread is (largest − smallest) / 6. One person's two links are
 * two ways in which a card acts, not two opinions; links whose maker is unknown count as one person's. Links and cards in the trash, other kinds
 * and links of a card to itself are left out. Nothing that was written in comments is read.
 * @returns one entry for each influence of which two people or more said different things, in the order of the board; mostly none
 */
export function readDisagreements({ cards, links }: Pick<BoardSnapshot, "cards" | "links">): readonly Disagreement[] {
  const isOnMap = (id: CardId): boolean => {
    const card = cards.get(id);
    return card !== undefined && MAP_KINDS.has(card.kind) && card.attributes.trashedAt === undefined;
  };
  interface Said {
    readonly from: CardId;
    readonly to: CardId;
    readonly links: LinkId[];
    readonly weights: Map<PersonId | undefined, number[]>;
  }
  const influences = new Map<string, Said>();
  for (const { id, from, to, by, polarity, strength, attributes } of links.values()) {
    if (attributes.trashedAt !== undefined || from === to || !isOnMap(from) || !isOnMap(to)) continue;
    const key = `${from} ${to}`;
    const said: Said = influences.get(key) ?? { from, to, links: [], weights: new Map() };
    influences.set(key, said);
    said.links.push(id);
    said.weights.set(by, [...(said.weights.get(by) ?? []), polarity === "-" ? -strength : strength]);
  }
  return [...influences.values()].flatMap(({ from, to, links: told, weights }): Disagreement[] => {
    const means = [...weights.values()].map((own) => own.reduce((sum, weight) => sum + weight, 0) / own.length);
    const [low, high] = [Math.min(...means), Math.max(...means)];
    if (!isMore(high, low)) return [];
    const on = { type: "influence", from, to, links: told } as const;
    return [{ on, spread: (high - low) / WIDEST, n: means.length, low, high }];
  });
}
const MAP_KINDS: ReadonlySet<string> = new Set(["expectation", "factor", "strategy"]);

/** How many people drew what one card does to another; those who are unknown count as one, as in `readDisagreements`. */
export const countMakers = ({ links }: Pick<BoardSnapshot, "links">, from: CardId, to: CardId): number =>
  new Set(
    [...links.values()].flatMap((link) =>
      link.from === from && link.to === to && link.attributes.trashedAt === undefined ? [link.by] : [],
    ),
  ).size;

/**
 * How much hangs on each card: its part of the indirect influence of the whole map and of its dependence, raised by what is heard of it.
 *
 * importance = s · (1 + h), as a share of the largest; s = indirect influence share + dependence share, h = mentions as a share of the most
 * mentioned card, 0 where nothing is heard. Where nothing hangs on anything all are 0.
 * @param mentions posts that speak of a card; cards that nobody listens for have no entry
 * @returns every card of the structure, 0 to 1
 */
export function readImportance(
  { cards }: { readonly cards: ReadonlyMap<CardId, CardShares> },
  mentions: ReadonlyMap<CardId, number>,
): ReadonlyMap<CardId, number> {
  const most = Math.max(0, ...mentions.values());
  const raw = [...cards].map(([id, { indirectInfluenceShare, dependenceShare }]): [CardId, number] => {
    const heard = most > 0 ? Math.max(0, mentions.get(id) ?? 0) / most : 0;
    return [id, (indirectInfluenceShare + dependenceShare) * (1 + heard)];
  });
  const largest = Math.max(0, ...raw.map(([, value]) => value));
  return new Map(raw.map(([id, value]) => [id, largest > 0 ? value / largest : 0]));
}

/** What of a card's structure makes it important. */
export interface CardShares {
  readonly indirectInfluenceShare: number;
  readonly dependenceShare: number;
}

/**
 * What to talk about first: disagreement × importance, the largest first.
 *
 * An influence is as important as its two cards on average; one that decides, because a step of it would make another strategy the best, has
 * importance 1, and a spread of one step (1/6) at least, since that is enough. What nobody disagrees about and what nothing hangs on is left
 * out: an empty list means that there is nothing of this kind to talk about, not that all agree.
 *
 * Example: two people draw a → b with +3 and −3: spread 1; with importances 0.5 and 1 of a and b the score is 0.75.
 * @param disagreements what people said, from the board or from a ballot; of one subject, one entry
 * @param importance    0 to 1 by card; cards without an entry have 0
 * @param deciding      the links that decide the choice, with the strategy that would win then
 * @returns ties share a rank, and stand in the order in which they were given
 */
export function talkFirst({
  disagreements,
  importance,
  deciding = [],
}: {
  readonly disagreements: readonly Disagreement[];
  readonly importance: ReadonlyMap<CardId, number>;
  readonly deciding?: readonly Deciding[];
}): readonly TalkItem[] {
  const winners = new Map(deciding.map((each) => [each.link, each]));
  const spoken = new Set(disagreements.flatMap(({ on }) => (on.type === "influence" ? on.links : [])));
  const agreed = deciding.flatMap(({ link, from, to, weight, n }): Disagreement[] =>
    spoken.has(link)
      ? []
      : [{ on: { type: "influence", from, to, links: [link] }, spread: 0, n, low: weight, high: weight }],
  );
  const importanceOf = (card: CardId): number => importance.get(card) ?? 0;
  const items = [...disagreements, ...agreed].flatMap((each) => {
    const { on } = each;
    const { winner, isTied = false } =
      (on.type === "card" ? undefined : on.links.map((link) => winners.get(link)).find(Boolean)) ?? {};
    const own = on.type === "card" ? importanceOf(on.card) : (importanceOf(on.from) + importanceOf(on.to)) / 2;
    const weight = winner === undefined ? own : 1;
    const spread = winner === undefined ? each.spread : Math.max(each.spread, ONE_STEP);
    const score = spread * weight;
    return isMore(score, 0) ? [{ ...each, spread, importance: weight, score, winner, isTied }] : [];
  });
  const sorted = items.toSorted((a, b) => (isMore(b.score, a.score) ? 1 : isMore(a.score, b.score) ? -1 : 0));
  return sorted.map((item) => ({ ...item, rank: 1 + sorted.filter(({ score }) => isMore(score, item.score)).length }));
}

/** A link that decides the choice. */
export interface Deciding {
  readonly link: LinkId;
  readonly from: CardId;
  readonly to: CardId;
  /** −3 to 3, as the group has it now */
  readonly weight: number;
  /** people who said so: of one that nobody disagrees about, who weighed it, or drew it */
  readonly n: number;
  readonly winner: CardId;
  /** others would be as good as `winner` then */
  readonly isTied: boolean;
}
