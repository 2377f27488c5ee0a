import { z } from "zod/mini";
import { BALLOT_METHODS } from "./agenda.ts";
import { cardIdSchema, linkIdSchema, type CardId, type LinkId } from "./ids.ts";
import { KANO_CLASSES, type KanoClass } from "./kano.ts";

/** How much the papers agree: Kendall's W of complete rankings, Krippendorff's alpha of grades and signs, mean consensus of options otherwise. */
export const AGREEMENT_NAMES = ["W", "alpha", "consensus"] as const;
export const AGREEMENT_WORDS = ["very-weak", "weak", "moderate", "strong", "unusually-strong"] as const;
export interface TallyAgreement {
  readonly name: (typeof AGREEMENT_NAMES)[number];
  readonly value: number;
  readonly word: (typeof AGREEMENT_WORDS)[number];
}

/** Votes of one opinion group on one option. */
export interface GroupVotes {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/**
 * What the papers say of one option; what its method doesn't give is not there. Counts are of people unless it says otherwise. Of an option
 * that fewer than five people speak of nothing is there but `n` and its place; tallies that were published before that held may say more.
 *
 * - all: `n` = papers that say something of it, absent for dots of one to four people; `rank` = 1 for the first, equals share a rank (`isTied`); no rank where the method has none
 *   (links, Kano) or nobody said anything; `consensus` = 0 (two camps at the ends) to 1 (all the same); `isPolarised` = more than a quarter
 *   at each end of the scale
 * - `dots`: `dots` in all, of how few people they may be; n = people who gave one; `largestShare` = part of them that one person gave
 * - `judgment`: `numbers` = how many gave each grade, worst first, those who gave none among the worst (`missing`); `grade` = the majority
 *   grade's place; `above`, `below` = better, worse grades than it; `sign` = "+" if more are above
 * - `ranked`: `beaten` = options that it beats on strongest paths (Schulze), with those behind it that few name; `firsts` = first places,
 *   shared in parts, and `points` = Borda's, both in the orders of what is not named by few
 * - `pairwise`, of the answers about two options that enough speak of: `wins`, `losses`, `equals` = answers;
 *   `score` = 100 (wins + 1) / (wins + losses + 2); `strength` = ln of Bradley and Terry's, mean 0, `low` to `high` its 95 % interval
 * - `agreement`: `agree`, `disagree`, `pass`; with opinion groups: `groups` in their order, `unites` = 0 to 1, large where every group agrees,
 *   `divides` = largest difference of two groups' agreement, all three absent where they would tell what few people outside the groups say
 * - `rating` by importance: `importance`, `satisfaction` = ten times the share who say 4 or 5; `opportunity` = 0 to 20
 * - `rating` by Kano: `kano` = answers by class; `kanoClass` = the most frequent, of nearly equal ones the first of M, O, A, I, from 20 answers on; `isSettled` = ahead enough of the second;
 *   `better`, `worse` = what it gives to be there, takes to be missing
 * - `consent`: `yes`, `reserve`, `objection`
 * - `links`: `median` of −3 to 3, `low`, `high` = quartiles; `plus`, `minus`, `none`
 */
export interface OptionTally {
  readonly n?: number | undefined;
  readonly rank?: number | undefined;
  readonly isTied?: boolean | undefined;
  readonly consensus?: number | undefined;
  readonly isPolarised?: boolean | undefined;
  readonly dots?: number | undefined;
  readonly largestShare?: number | undefined;
  readonly numbers?: readonly number[] | undefined;
  readonly missing?: number | undefined;
  readonly grade?: number | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  readonly sign?: "+" | "-" | undefined;
  readonly beaten?: number | undefined;
  readonly firsts?: number | undefined;
  readonly points?: number | undefined;
  readonly wins?: number | undefined;
  readonly losses?: number | undefined;
  readonly equals?: number | undefined;
  readonly score?: number | undefined;
  readonly strength?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly agree?: number | undefined;
  readonly disagree?: number | undefined;
  readonly pass?: number | undefined;
  readonly groups?: readonly GroupVotes[] | undefined;
  readonly unites?: number | undefined;
  readonly divides?: number | undefined;
  readonly importance?: number | undefined;
  readonly satisfaction?: number | undefined;
  readonly opportunity?: number | undefined;
  readonly kano?: Readonly<Record<KanoClass, number>> | undefined;
  readonly kanoClass?: KanoClass | undefined;
  readonly isSettled?: boolean | undefined;
  readonly better?: number | undefined;
  readonly worse?: number | undefined;
  readonly yes?: number | undefined;
  readonly reserve?: number | undefined;
  readonly objection?: number | undefined;
  readonly median?: number | undefined;
  readonly plus?: number | undefined;
  readonly minus?: number | undefined;
  readonly none?: number | undefined;
}

/** People who vote alike: five at least, and nobody is named. */
export interface TallyGroup {
  readonly size: number;
  /** what it says that others don't, the most telling first */
  readonly says: readonly { readonly on: CardId; readonly side: "agree" | "disagree" }[];
}

/** Why somebody objects or has reserves, without who. */
export interface TallyReason {
  readonly on: CardId;
  readonly say: "reserve" | "objection";
  readonly text: string;
}

/** What a ballot came to. */
export interface Tally {
  readonly method: (typeof BALLOT_METHODS)[number];
  readonly publishedAt: number;
  /** papers that were counted */
  readonly n: number;
  /** who could give one: participants who were there while it was open, and who else did */
  readonly of: number;
  /** who could and gave none */
  readonly abstentions: number;
  /** fewer than five papers: nothing stands below this line but receipts, since it could tell who */
  readonly isHeldBack?: boolean | undefined;
  readonly perOption: Readonly<Partial<Record<CardId | LinkId, OptionTally>>>;
  /** the first place, or for consent what nobody objects to; several = they tie, none = there is nothing to win or nobody said anything */
  readonly winners: readonly (CardId | LinkId)[];
  /** options that share a rank, by rank; single ones are left out */
  readonly ties: readonly (readonly (CardId | LinkId)[])[];
  readonly agreement?: TallyAgreement | undefined;
  /** of `ranked`: how many prefer the row's option to the column's, in the order of the ballot's options; null beside one that few name */
  readonly pairs?: readonly (readonly (number | null)[])[] | undefined;
  /** of `ranked`: beats every other one, whatever was said of those that few name */
  readonly condorcet?: CardId | undefined;
  /** of `ranked`: ranked pairs have other winners than Schulze's method, among what is not named by few */
  readonly isContested?: boolean | undefined;
  /** of `pairwise`: share of threes that go round, of what enough speak of; a quarter = by chance */
  readonly circular?: number | undefined;
  /** of `agreement`: the opinion groups, largest first; absent = too few people, or nobody stands apart */
  readonly groups?: readonly TallyGroup[] | undefined;
  /** of `consent`, in an order that says nothing */
  readonly reasons?: readonly TallyReason[] | undefined;
  /** of the papers that were counted, in alphabetical order */
  readonly receipts: readonly string[];
}

const figure = z.optional(z.number());
const count = z.int();
const on = z.union([cardIdSchema, linkIdSchema]);
const optionTallySchema: z.ZodMiniType<OptionTally> = z.object({
  n: z.optional(count),
  rank: figure,
  isTied: z.optional(z.boolean()),
  consensus: figure,
  isPolarised: z.optional(z.boolean()),
  dots: figure,
  largestShare: figure,
  numbers: z.optional(z.array(z.number())),
  missing: figure,
  grade: figure,
  above: figure,
  below: figure,
  sign: z.optional(z.enum(["+", "-"])),
  beaten: figure,
  firsts: figure,
  points: figure,
  wins: figure,
  losses: figure,
  equals: figure,
  score: figure,
  strength: figure,
  low: figure,
  high: figure,
  agree: figure,
  disagree: figure,
  pass: figure,
  groups: z.optional(z.array(z.object({ agree: count, disagree: count, pass: count }))),
  unites: figure,
  divides: figure,
  importance: figure,
  satisfaction: figure,
  opportunity: figure,
  kano: z.optional(z.record(z.enum(KANO_CLASSES), count)),
  kanoClass: z.optional(z.enum(KANO_CLASSES)),
  isSettled: z.optional(z.boolean()),
  better: figure,
  worse: figure,
  yes: figure,
  reserve: figure,
  objection: figure,
  median: figure,
  plus: figure,
  minus: figure,
  none: figure,
});
export const tallySchema: z.ZodMiniType<Tally> = z.object({
  method: z.enum(BALLOT_METHODS),
  publishedAt: z.number(),
  n: count,
  of: count,
  abstentions: count,
  isHeldBack: z.optional(z.boolean()),
  perOption: z.record(on, optionTallySchema),
  winners: z.array(on),
  ties: z.array(z.array(on)),
  agreement: z.optional(z.object({ name: z.enum(AGREEMENT_NAMES), value: z.number(), word: z.enum(AGREEMENT_WORDS) })),
  pairs: z.optional(z.array(z.array(z.nullable(z.number())))),
  condorcet: z.optional(cardIdSchema),
  isContested: z.optional(z.boolean()),
  circular: figure,
  groups: z.optional(
    z.array(
      z.object({
        size: count,
        says: z.array(z.object({ on: cardIdSchema, side: z.enum(["agree", "disagree"]) })),
      }),
    ),
  ),
  reasons: z.optional(z.array(z.object({ on: cardIdSchema, say: z.enum(["reserve", "objection"]), text: z.string() }))),
  receipts: z.array(z.string()),
});
