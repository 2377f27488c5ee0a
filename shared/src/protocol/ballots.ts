import { z } from "zod/mini";
import {
  BALLOT_METHODS,
  ballotIdSchema,
  ballotSchema,
  ballotSettingsSchema,
  CARD_KINDS,
  cardIdSchema,
  LIMITS,
  linkIdSchema,
  paperSchema,
  phaseIdSchema,
  type Ballot,
  type BallotId,
  type BallotMethod,
  type BallotScope,
  type BallotSettings,
  type Paper,
  type PhaseId,
} from "../terms/index.ts";

/** Puts a question to the group. */
export interface OpenBallot {
  readonly method: BallotMethod;
  readonly question?: string | undefined;
  readonly scope: BallotScope;
  readonly settings?: BallotSettings | undefined;
  /** after which the server closes it; absent = when a facilitator does */
  readonly minutes?: number | undefined;
  /** the phase whose plan it is: while that lasts its plan is opened once, and whoever asks again is told the same ballot */
  readonly plannedIn?: PhaseId | undefined;
}
export const openBallotSchema: z.ZodMiniType<OpenBallot> = z.object({
  method: z.enum(BALLOT_METHODS),
  question: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.questionLength))),
  scope: z.union([
    z.object({ kind: z.enum(CARD_KINDS) }),
    z.object({ frame: cardIdSchema }),
    z.object({ cards: z.array(cardIdSchema).check(z.minLength(1), z.maxLength(LIMITS.optionsPerBallot)) }),
    z.object({
      links: z.union([
        z.literal("all"),
        z.array(linkIdSchema).check(z.minLength(1), z.maxLength(LIMITS.optionsPerBallot)),
      ]),
    }),
  ]),
  settings: z.optional(ballotSettingsSchema),
  minutes: z.optional(z.number().check(z.positive(), z.maximum(LIMITS.phaseMinutes))),
  plannedIn: z.optional(phaseIdSchema),
});
export interface BallotOpened {
  readonly id: BallotId;
}
export const ballotOpenedSchema: z.ZodMiniType<BallotOpened> = z.object({ id: ballotIdSchema });

/** A paper was taken: it is on disk. */
export interface PaperGiven {
  /** a short code by which its person finds it in the published list; another paper has another one */
  readonly receipt: string;
  readonly at: number;
}
export const paperGivenSchema: z.ZodMiniType<PaperGiven> = z.object({ receipt: z.string(), at: z.number() });

/** One's own paper. */
export interface OwnPaper extends PaperGiven {
  readonly paper: Paper;
}
export const ownPaperSchema: z.ZodMiniType<OwnPaper> = z.object({
  paper: paperSchema,
  receipt: z.string(),
  at: z.number(),
});

/** Of the papers that were counted, in alphabetical order. */
export interface Receipts {
  readonly receipts: readonly string[];
}
export const receiptsSchema: z.ZodMiniType<Receipts> = z.object({ receipts: z.array(z.string()) });

/** A published ballot, to be kept as a file. */
export interface BallotFile {
  readonly id: BallotId;
  readonly ballot: Ballot;
}
export const ballotFileSchema: z.ZodMiniType<BallotFile> = z.object({ id: ballotIdSchema, ballot: ballotSchema });
