import { z } from "zod/mini";
import { cardIdSchema, linkIdSchema, sourceIdSchema, type CardId, type LinkId } from "./ids.ts";
import { BALLOT_METHODS } from "./agenda.ts";
import { LIMITS } from "./limits.ts";
import { KANO_CLASSES, type KanoClass } from "./kano.ts";
import { UNITS, type ENGAGEMENT_LEVELS } from "./card.ts";
import type { Feeling } from "./post.ts";

/** What can be measured of a card. Later measures are added here, with their unit in `UNIT_OF`. */
export const MEASURES = [
  "mentions",
  "trend",
  "feeling",
  "expecting",
  "engagement",
  "servedBy",
  "influence",
  "dependence",
  "indirectInfluence",
  "quadrant",
  "loops",
  "roi",
  "effect",
  "best",
  "budget",
  "priority",
  "agreement",
  "opportunity",
  "kano",
] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * Why a figure is missing: too few to conclude, not defined (division by zero), its inputs are not given yet, it is still being
 * computed, or there is more on the board than it is computed for.
 */
export const READING_STATES = ["known", "insufficient", "undefined", "missing", "pending", "beyond"] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** Where a card stands by influence and dependence; `between` = too near the mean of one of them to say. */
export const QUADRANTS = ["driver", "relay", "dependent", "autonomous", "between"] as const;
export type Quadrant = (typeof QUADRANTS)[number];
/** What a choice survives: `robust` = it hardly hangs on who is asked; `leading` = one is ahead; `open` = none is. */
export const ROBUSTNESS_WORDS = ["robust", "leading", "open"] as const;
export type RobustnessWord = (typeof ROBUSTNESS_WORDS)[number];

const time = z.int().check(z.nonnegative());
const count = time;

/**
 * One measured figure with unit, count, period and origin. Codes and numbers only: the screen makes the sentences.
 *
 * - `mentions`: value = posts in the period; `previous` = those of the period before, of equal length; `series` = counts in
 *   equal slices of the period, oldest first; n = value; `total` = all posts that match, whenever written
 * - `trend`: value = (now − before) / before as a share; n = posts in both periods; `needs` = how many it takes
 * - `feeling`: value = (positive − negative) / n, −1 to 1; n = posts of the period that were read, `feelings` = how many of each
 * - `expecting`: value = the share of them that expect something; n as above
 * - `engagement`: value = what people did with the posts of the period, in all; `levels` = from the lightest to what costs most
 *   (`talk` = replies and reposts); n = posts whose source counts
 * - `roi`: value = (gain − cost) / cost as a share; n = 1 estimate; `unit` and `horizonMonths` from the card
 * - `influence`, `dependence`: value = sum of the strengths of the links out of (into) the card; n = how many links; `share` =
 *   part of the sum over all factors, `rank` = 1 for the largest (equal values share a rank), `of` = how many are ranked;
 *   of more than 30, only the first ten have a rank
 * - `indirectInfluence`: value = share of what goes through the whole map, by paths of any length; `rank`, `of` by it;
 *   `directRank` = its rank by `influence`; `isStable` = false where longer paths still change the ranks; n = links out
 * - `quadrant`: `quadrant` by influence and dependence; value = the smaller of its distances to the two means, as a share of the
 *   mean: under 0.05 it is `between`; n = how many are compared
 * - `loops`: value = n = feedback loops through it, `reinforcing` + `balancing`; `isPartial` = there are at least so many
 * - `effect`: value = what the strategy alone serves of all expectations, in the terms of the choice; n = expectations it moves;
 *   `parts` = where each settles, −1 to 1, the largest first, eight at most
 * - `servedBy`: value = the largest effect of a strategy on the expectation; n = strategies that move it; `parts` = their effects,
 *   the largest first, eight at most, the one of `value` among them
 * - `best`: value = how often the strategy stays best when people are drawn again, 0 to 1, `low` to `high` its 95 % interval;
 *   n = people, `draws` = how often they were drawn; `regret` = what it falls short of the best on average; `worth` = what it serves alone less what it
 *   harms, 0 as good as doing nothing; `robustness` of the whole choice; `isPartial` = not every link was tried yet, so that more may decide
 * - `budget`: value = 1 when the strategy is in the best portfolio under the budget, else 0; n = how many are in it; `of` = how many
 *   could be; `isTied` = other portfolios are as good, and some of them differ in it. `undefined` when it can't be counted in the
 *   budget's unit; not there while there is no budget
 * - `priority`: from the latest published ballot that ranks the card: value = 1 for the first, 0 for the last; `rank`, `of`, `isTied`;
 *   n = papers; `method` of the ballot, as of the following three
 * - `agreement`: value = how near to each other people's answers on the card are, 0 to 1; n = people; `share` = part who agree, `series` =
 *   the same by opinion group, the largest first, where such are told
 * - `opportunity`: value = importance + what satisfaction falls short of it, 0 to 20; `importance`, `satisfaction` 0 to 10
 * - `kano`: `kanoClass`, value = how many of the n people answer so; `insufficient` until twenty did
 *
 * Shares and margins are rounded to a thousandth and a hundredth: so a link that is drawn in one corner of a large map does not
 * write every card anew.
 */
const readingSchema: z.ZodMiniType<Reading> = z.object({
  measure: z.enum(MEASURES),
  state: z.enum(READING_STATES),
  value: z.optional(z.number()),
  n: z.int().check(z.nonnegative()),
  needs: z.optional(z.int()),
  unit: z.optional(z.enum(UNITS)),
  horizonMonths: z.optional(z.number()),
  from: z.optional(time),
  to: z.optional(time),
  previous: z.optional(z.int()),
  total: z.optional(z.int()),
  series: z.optional(z.array(z.number())),
  feelings: z.optional(z.object({ positive: count, neutral: count, negative: count })),
  levels: z.optional(z.object({ react: z.optional(count), talk: z.optional(count), contribute: z.optional(count) })),
  share: z.optional(z.number()),
  rank: z.optional(z.int()),
  of: z.optional(z.int()),
  directRank: z.optional(z.int()),
  isStable: z.optional(z.boolean()),
  quadrant: z.optional(z.enum(QUADRANTS)),
  reinforcing: z.optional(z.int()),
  balancing: z.optional(z.int()),
  isPartial: z.optional(z.boolean()),
  isTied: z.optional(z.boolean()),
  parts: z.optional(
    z.array(z.object({ card: cardIdSchema, value: z.number() })).check(z.maxLength(LIMITS.partsPerReading)),
  ),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  draws: z.optional(z.int()),
  regret: z.optional(z.number()),
  worth: z.optional(z.number()),
  robustness: z.optional(z.enum(ROBUSTNESS_WORDS)),
  method: z.optional(z.enum(BALLOT_METHODS)),
  importance: z.optional(z.number()),
  satisfaction: z.optional(z.number()),
  kanoClass: z.optional(z.enum(KANO_CLASSES)),
  /** how many posts each source gave, most first; empty for what is read from the board itself */
  origin: z.array(z.object({ source: sourceIdSchema, name: z.string(), n: z.int() })),
});
export interface Reading {
  readonly measure: Measure;
  readonly state: ReadingState;
  readonly value?: number | undefined;
  readonly n: number;
  readonly needs?: number | undefined;
  readonly unit?: (typeof UNITS)[number] | undefined;
  readonly horizonMonths?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly previous?: number | undefined;
  readonly total?: number | undefined;
  readonly series?: readonly number[] | undefined;
  readonly feelings?: Readonly<Record<Feeling, number>> | undefined;
  readonly levels?: { readonly [L in (typeof ENGAGEMENT_LEVELS)[number]]?: number | undefined } | undefined;
  readonly share?: number | undefined;
  readonly rank?: number | undefined;
  readonly of?: number | undefined;
  readonly directRank?: number | undefined;
  readonly isStable?: boolean | undefined;
  readonly quadrant?: Quadrant | undefined;
  readonly reinforcing?: number | undefined;
  readonly balancing?: number | undefined;
  readonly isPartial?: boolean | undefined;
  readonly isTied?: boolean | undefined;
  readonly parts?: readonly ReadingPart[] | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly draws?: number | undefined;
  readonly regret?: number | undefined;
  readonly worth?: number | undefined;
  readonly robustness?: RobustnessWord | undefined;
  readonly method?: (typeof BALLOT_METHODS)[number] | undefined;
  readonly importance?: number | undefined;
  readonly satisfaction?: number | undefined;
  readonly kanoClass?: KanoClass | undefined;
  readonly origin: readonly ReadingOrigin[];
}
/** What of a figure concerns one other card. */
export interface ReadingPart {
  readonly card: CardId;
  readonly value: number;
}
/** The part that serves best; of several the first, of none nothing. */
export const servingBest = (parts: readonly ReadingPart[]): ReadingPart | undefined =>
  parts.reduce<ReadingPart | undefined>((best, part) => (best && best.value >= part.value ? best : part), undefined);

export interface ReadingOrigin {
  readonly source: z.output<typeof sourceIdSchema>;
  readonly name: string;
  readonly n: number;
}

/** A verbatim part of a post: `text` is `post.text.slice(start, end)`, so that anyone can check it. */
export const quoteSchema: z.ZodMiniType<Quote> = z.object({
  post: z.string(),
  source: sourceIdSchema,
  sourceName: z.string(),
  text: z.string(),
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
  at: time,
  url: z.string(),
});
export interface Quote {
  readonly post: string;
  readonly source: z.output<typeof sourceIdSchema>;
  readonly sourceName: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly url: string;
}

/** A way through the map from the card on, link by link: the cards are the links' ends. */
const evidencePathSchema: z.ZodMiniType<EvidencePath> = z.object({
  links: z.array(linkIdSchema).check(z.minLength(1)),
  polarity: z.literal([1, -1]),
  strength: z.number(),
});
export interface EvidencePath {
  readonly links: readonly LinkId[];
  /** 1 = what lies at its end follows the card, −1 = it goes against it */
  readonly polarity: 1 | -1;
  /** product of its links' strengths as parts of the strongest, 0 to 1 */
  readonly strength: number;
}

/** All the readings of a card, with the evidence behind them. */
export const annotationSchema: z.ZodMiniType<Annotation> = z.object({
  readings: z.array(readingSchema),
  quotes: z.array(quoteSchema).check(z.maxLength(LIMITS.quotesPerAnnotation)),
  paths: z.optional(z.array(evidencePathSchema).check(z.maxLength(LIMITS.pathsPerAnnotation))),
});
export interface Annotation {
  readonly readings: readonly Reading[];
  readonly quotes: readonly Quote[];
  /** the strongest ways from a factor into the map, strongest first */
  readonly paths?: readonly EvidencePath[] | undefined;
}

/**
 * What is known of a link beyond what is drawn. A link that is in no loop, decides nothing and was weighed by one person has none.
 */
export const linkAnnotationSchema: z.ZodMiniType<LinkAnnotation> = z.object({
  strength: z.number(),
  n: z.int().check(z.nonnegative()),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  reinforcing: z.int().check(z.nonnegative()),
  balancing: z.int().check(z.nonnegative()),
  isPartial: z.optional(z.boolean()),
  winner: z.optional(cardIdSchema),
  isTied: z.optional(z.boolean()),
  loss: z.optional(z.number()),
});
export interface LinkAnnotation {
  /** −3 to 3: as drawn, until a ballot publishes the group's median */
  readonly strength: number;
  /** people who weighed it: 1, who drew it, until a ballot did */
  readonly n: number;
  /** quartiles of what they gave it, once a ballot did */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** feedback loops through it, by kind */
  readonly reinforcing: number;
  readonly balancing: number;
  /** there are at least so many loops */
  readonly isPartial?: boolean | undefined;
  /** the strategy that would be best if this link were one step stronger or weaker; set only when that is another than now */
  readonly winner?: CardId | undefined;
  /** others would be as good as `winner` then */
  readonly isTied?: boolean | undefined;
  /** what the strategy that is best now would be worth less than `winner` then, in served expectations */
  readonly loss?: number | undefined;
}
