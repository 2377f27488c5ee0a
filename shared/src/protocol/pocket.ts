import { z } from "zod/mini";
import {
  BALLOT_METHODS,
  KANO_CLASSES,
  ballotIdSchema,
  ballotOptionSchema,
  ballotSettingsSchema,
  cardIdSchema,
  languageSchema,
  personIdSchema,
  phaseIdSchema,
  roleSchema,
  type Ballot,
  type BallotId,
  type BallotOption,
  type CardId,
  type Language,
  type OptionTally,
  type PersonId,
  type PhaseId,
  type Role,
  type Tally,
  type Words,
} from "../terms/index.ts";

/** What a phone is told of a workshop, and what it sends: JSON over HTTP, followed by server-sent events. */

/** Characters of an idea: what is written with a thumb. */
export const IDEA_LENGTH = 2_000;
/** Kinds of cards that a phone writes, in the order in which they are offered. */
export type IdeaKind = "expectation" | "factor" | "strategy" | "note" | "quote" | "resource";
export const IDEA_KINDS: readonly IdeaKind[] = ["expectation", "factor", "strategy", "note", "quote", "resource"];
const kindSchema: z.ZodMiniType<IdeaKind> = z.enum(IDEA_KINDS);

/** Which drafts an idea goes to: what was promised of them holds for it, however late it comes. */
export interface OfDraft {
  readonly phase: PhaseId;
  readonly round: number;
}
const count = z.int().check(z.nonnegative());
const ofDraft = { phase: phaseIdSchema, round: count };

/** An idea that is sent; sent again under its key, it is the same one. */
export interface SendIdea {
  /** made by who sends it, as ids of cards are */
  readonly key: CardId;
  readonly kind: IdeaKind;
  readonly text: string;
  /** where it was written in silence */
  readonly draft?: OfDraft | undefined;
}
export const sendIdeaSchema: z.ZodMiniType<SendIdea> = z.object({
  key: cardIdSchema,
  kind: kindSchema,
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(IDEA_LENGTH)),
  draft: z.optional(z.object(ofDraft)),
});
export interface IdeaSent {
  /** it came before, and may be gone by now */
  readonly isKnown: boolean;
  /** it lies in a draft that nobody else sees */
  readonly isDraft: boolean;
}
export const ideaSentSchema: z.ZodMiniType<IdeaSent> = z.object({
  isKnown: z.boolean(),
  isDraft: z.boolean(),
});

/** Drafts that are being written, and whether they are revealed with names. */
export interface Silence extends OfDraft {
  readonly signed: boolean;
}
const silence = z.object({ ...ofDraft, signed: z.boolean() });
/** An idea that is begun and not sent, and the silence in which it was begun; without one: openly. */
export interface BegunIdea {
  readonly text: string;
  readonly silence?: Silence | undefined;
}
export const begunIdeaSchema: z.ZodMiniType<BegunIdea> = z.object({
  text: z.string(),
  silence: z.optional(silence),
});

/** How a person reacts to a card; null takes it back. */
export const setReactionSchema: z.ZodMiniType<{ readonly reaction: string | null }> = z.object({
  reaction: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
});

/** The step that is under way, as its facilitators wrote it, and its timer in epoch ms of the server's clock. */
export interface PocketStep {
  readonly phase: PhaseId;
  /** counted from one */
  readonly n: number;
  readonly of: number;
  readonly title: Words;
  readonly instruction: Words;
  readonly endsAt?: number | undefined;
  readonly left?: number | undefined;
  readonly isTimeUp?: boolean | undefined;
}
const words = z.object({ fr: z.optional(z.string()), en: z.optional(z.string()) });
const stepSchema: z.ZodMiniType<PocketStep> = z.object({
  phase: phaseIdSchema,
  n: count,
  of: count,
  title: words,
  instruction: words,
  endsAt: z.optional(z.number()),
  left: z.optional(z.number()),
  isTimeUp: z.optional(z.boolean()),
});

/** One's own card: on the board, or in one's draft. */
export interface PocketIdea {
  readonly id: CardId;
  readonly kind: string;
  readonly text: string;
  readonly isDraft?: boolean | undefined;
}
/** A card that others wrote too, and how many react to it. */
export interface PocketCard {
  readonly id: CardId;
  readonly kind: string;
  readonly text: string;
  readonly reactions: number;
}
/** A ballot that is open: all that its paper needs. */
export interface PocketBallot extends Pick<Ballot, "method" | "question" | "options" | "settings" | "closesAt"> {
  readonly id: BallotId;
}
const pocketBallotSchema: z.ZodMiniType<PocketBallot> = z.object({
  id: ballotIdSchema,
  method: z.enum(BALLOT_METHODS),
  question: z.string(),
  options: z.array(ballotOptionSchema),
  settings: ballotSettingsSchema,
  closesAt: z.optional(z.number()),
});

/** What a phone tells of what a ballot counted of an option: what its method goes by, where the tally has it. */
export type CountName =
  | "rank"
  | "isTied"
  | "dots"
  | "grade"
  | "sign"
  | "beaten"
  | "score"
  | "agree"
  | "pass"
  | "disagree"
  | "yes"
  | "reserve"
  | "objection"
  | "opportunity"
  | "kanoClass"
  | "median";
export interface PocketCount extends Pick<OptionTally, CountName> {
  readonly option: BallotOption;
}
const figure = z.optional(z.number());
const counts = {
  rank: figure,
  isTied: z.optional(z.boolean()),
  dots: figure,
  grade: figure,
  sign: z.optional(z.enum(["+", "-"])),
  beaten: figure,
  score: figure,
  agree: figure,
  pass: figure,
  disagree: figure,
  yes: figure,
  reserve: figure,
  objection: figure,
  opportunity: figure,
  kanoClass: z.optional(z.enum(KANO_CLASSES)),
  median: figure,
} satisfies { [Name in CountName]: z.ZodMiniType<OptionTally[Name]> };
export const POCKET_COUNTS: readonly CountName[] = Object.keys(counts) as CountName[];

/** What a ballot of this step came to. */
export interface PocketResult
  extends Pick<Ballot, "method" | "question" | "settings">, Pick<Tally, "n" | "of" | "isHeldBack" | "receipts"> {
  readonly id: BallotId;
  /** by rank, then as they were asked; none where the result is held back */
  readonly options: readonly PocketCount[];
  /** how many more there are */
  readonly left: number;
}
const pocketResultSchema: z.ZodMiniType<PocketResult> = z.object({
  id: ballotIdSchema,
  method: z.enum(BALLOT_METHODS),
  question: z.string(),
  settings: ballotSettingsSchema,
  n: count,
  of: count,
  isHeldBack: z.optional(z.boolean()),
  receipts: z.array(z.string()),
  options: z.array(z.object({ option: ballotOptionSchema, ...counts })),
  left: count,
});

/** Why nothing may be written for now. */
export type PocketBar = "role" | "muted" | "frozen" | "phase";
const POCKET_BARS: readonly PocketBar[] = ["role", "muted", "frozen", "phase"];

/** All that a phone shows, one part a key, so that only what changed is sent again. */
export interface PocketView {
  readonly title: string;
  readonly language: Language;
  readonly me: {
    readonly person: PersonId;
    readonly name: string;
    readonly role: Role;
    readonly isHandUp: boolean;
    /** null while nobody asks whether all are ready */
    readonly isReady: boolean | null;
  };
  /** null before the first phase, after the last, and on a board without an agenda */
  readonly step: PocketStep | null;
  readonly write: {
    /** empty when nothing may be written, for the reason of `bar` */
    readonly kinds: readonly IdeaKind[];
    readonly bar?: PocketBar | undefined;
    /** while people write in silence: where, and whether it is revealed with names */
    readonly draft?: Silence | undefined;
  };
  /** what was written in silence and waits, counted from time to time */
  readonly waiting: { readonly ideas: number; readonly people: number } | null;
  readonly ideas: readonly PocketIdea[];
  readonly mayReact: boolean;
  readonly cards: readonly PocketCard[];
  /** that are open and wait for one's paper, or for another one; the first that was opened first */
  readonly ballots: readonly PocketBallot[];
  /** what those came to that were published since the step began, the latest first */
  readonly results: readonly PocketResult[];
  /** how I react, by card */
  readonly reactions: Readonly<Record<CardId, string>>;
}
const parts = {
  title: z.string(),
  language: languageSchema,
  me: z.object({
    person: personIdSchema,
    name: z.string(),
    role: roleSchema,
    isHandUp: z.boolean(),
    isReady: z.nullable(z.boolean()),
  }),
  step: z.nullable(stepSchema),
  write: z.object({
    kinds: z.array(kindSchema),
    bar: z.optional(z.enum(POCKET_BARS)),
    draft: z.optional(silence),
  }),
  waiting: z.nullable(z.object({ ideas: count, people: count })),
  ideas: z.array(z.object({ id: cardIdSchema, kind: z.string(), text: z.string(), isDraft: z.optional(z.boolean()) })),
  mayReact: z.boolean(),
  cards: z.array(z.object({ id: cardIdSchema, kind: z.string(), text: z.string(), reactions: count })),
  ballots: z.array(pocketBallotSchema),
  results: z.array(pocketResultSchema),
  reactions: z.record(cardIdSchema, z.string()) as z.ZodMiniType<Readonly<Record<CardId, string>>>,
} satisfies { [Part in keyof PocketView]: z.ZodMiniType<PocketView[Part]> };
export const pocketViewSchema: z.ZodMiniType<PocketView> = z.object(parts);
/** What an event of a phone's line says: the parts that changed, and the server's clock. */
export const pocketEventSchema: z.ZodMiniType<Partial<PocketView> & { readonly at?: number }> = z.partial(
  z.object({ ...parts, at: z.number() }),
) as z.ZodMiniType<Partial<PocketView> & { readonly at?: number }>;

/** How often a phone hears from the server at least, so that it knows a line that is dead. */
export const POCKET_BEAT_MS = 15_000;
