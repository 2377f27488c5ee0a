import { z } from "zod/mini";
import { BALLOT_METHODS } from "./agenda.ts";
import type { CardKind } from "./card.ts";
import {
  cardIdSchema,
  linkIdSchema,
  personIdSchema,
  phaseIdSchema,
  type CardId,
  type LinkId,
  type PersonId,
  type PhaseId,
} from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { tallySchema, type Tally } from "./tally.ts";

export type BallotMethod = (typeof BALLOT_METHODS)[number];

/** What a ballot asks about: cards, or links when links are weighed. */
export type OptionId = CardId | LinkId;

/** What a ballot is about; what is in the trash never is. Links go with the method `links`, all else with the others. */
export type BallotScope =
  | { readonly kind: CardKind }
  /** the cards that lie in a frame */
  | { readonly frame: CardId }
  | { readonly cards: readonly CardId[] }
  | { readonly links: "all" | readonly LinkId[] };

/** One of the things that a ballot asks about, as it was called when the ballot was opened. */
export interface BallotOption {
  readonly on: OptionId;
  /** of the card; of a link "from → to" */
  readonly title: string;
  /** of a link: its two cards */
  readonly link?:
    | { readonly from: CardId; readonly to: CardId; readonly fromTitle: string; readonly toTitle: string }
    | undefined;
}

/** How many named grades judgment can have; papers have places on the scale, 0 for the worst. */
export const GRADE_COUNTS = [5, 6, 7] as const;
/** What `rating` asks: how important and how satisfied, 1 to 5 each; or the two questions of Kano. */
export const RATINGS = ["importance", "kano"] as const;

/** What is set of a ballot; what its method doesn't use is not there. */
export interface BallotSettings {
  /** of `dots`: how many each person has */
  readonly budget?: number | undefined;
  /** of `dots`: how many of one person may lie on one card; absent = all */
  readonly cap?: number | undefined;
  /** of `judgment` */
  readonly grades?: (typeof GRADE_COUNTS)[number] | undefined;
  /** of `rating` */
  readonly rating?: (typeof RATINGS)[number] | undefined;
  /** absent or true: options may be left out; false: a paper says something of each. `dots` and `pairwise` never ask for all */
  readonly mayAbstain?: boolean | undefined;
}
export const ballotSettingsSchema: z.ZodMiniType<BallotSettings> = z.object({
  budget: z.optional(z.int().check(z.minimum(1), z.maximum(LIMITS.dotsPerPerson))),
  cap: z.optional(z.int().check(z.minimum(1), z.maximum(LIMITS.dotsPerPerson))),
  grades: z.optional(z.literal(GRADE_COUNTS)),
  rating: z.optional(z.enum(RATINGS)),
  mayAbstain: z.optional(z.boolean()),
});

/** `open` = papers are taken; `closed` = none any more, and nothing is told; `published` = the tally is there */
export const BALLOT_STATES = ["open", "closed", "published"] as const;

/** A question put to the group. What people answer is never in a document: the server alone has their papers. */
export interface Ballot {
  readonly method: BallotMethod;
  /** in the words of a facilitator; "" where the screen's own sentence is enough */
  readonly question: string;
  readonly options: readonly BallotOption[];
  readonly settings: BallotSettings;
  /** nobody learns what a person answered, facilitators neither; written down so that every client says it */
  readonly isAnonymous: true;
  readonly openedAt: number;
  /** when the server closes it; absent = when a facilitator does */
  readonly closesAt?: number | undefined;
  /** the phase in which it was opened */
  readonly phase?: PhaseId | undefined;
  /** the phase whose plan it is; absent = it was planned for none */
  readonly plannedIn?: PhaseId | undefined;
  /** the phase that closes it when it ends; null = none does; absent = the one in which it was opened */
  readonly endsWith?: PhaseId | null | undefined;
  readonly state: (typeof BALLOT_STATES)[number];
  /** set once it is published */
  readonly tally?: Tally | undefined;
}
const title = z.string();
const optionIdSchema: z.ZodMiniType<OptionId> = z.union([cardIdSchema, linkIdSchema]);
/** @public */
export const ballotOptionSchema: z.ZodMiniType<BallotOption> = z.object({
  on: optionIdSchema,
  title,
  link: z.optional(z.object({ from: cardIdSchema, to: cardIdSchema, fromTitle: title, toTitle: title })),
});
export const ballotSchema: z.ZodMiniType<Ballot> = z.object({
  method: z.enum(BALLOT_METHODS),
  question: z.string(),
  options: z.array(ballotOptionSchema),
  settings: ballotSettingsSchema,
  isAnonymous: z.literal(true),
  openedAt: z.number(),
  closesAt: z.optional(z.number()),
  phase: z.optional(phaseIdSchema),
  plannedIn: z.optional(phaseIdSchema),
  endsWith: z.optional(z.nullable(phaseIdSchema)),
  state: z.enum(BALLOT_STATES),
  tally: z.optional(tallySchema),
});

/** The phase that closes a ballot when it ends; undefined = none does. One that was opened again ends with the phase of that moment. */
export const endsWithOf = ({ phase, endsWith }: Pick<Ballot, "phase" | "endsWith">): PhaseId | undefined =>
  endsWith === undefined ? phase : (endsWith ?? undefined);

/** What facilitators see of a ballot while it is open: how many have answered, and who has still to; never what. */
export interface BallotProgress {
  readonly answered: number;
  /** participants who are there or were since it opened, and who else answered; nobody who was sent off */
  readonly of: number;
  readonly waiting: readonly PersonId[];
}
export const ballotProgressSchema: z.ZodMiniType<BallotProgress> = z.object({
  answered: z.int(),
  of: z.int(),
  waiting: z.array(personIdSchema),
});
