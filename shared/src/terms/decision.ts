import { z } from "zod/mini";
import { ballotIdSchema, type BallotId } from "./ids.ts";
import { LIMITS } from "./limits.ts";

/** What became of a proposal. */
export const OUTCOMES = ["decided", "postponed", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How it was settled: nobody objected, most were for it, a ballot said so, the group agreed in talk, one person was entrusted with it. */
export const DECISION_RULES = ["consent", "majority", "ballot", "talk", "entrusted"] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/** Why a decision is open again: the day came to look at it again, or an alert was raised on its card. */
export const REOPENINGS = ["date", "alert"] as const;

/** What facilitators record of a card: the outcome, how it came about, what spoke for and against it, who sees to it. */
export interface DecisionFacts {
  readonly outcome: Outcome;
  readonly rule: DecisionRule;
  /** the ballot that it rests on */
  readonly ballot?: BallotId | undefined;
  /** reasons, one line each */
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** who sees to it: a name, a team */
  readonly owner?: string | undefined;
  /** when the group looks at it again */
  readonly reviewAt?: number | undefined;
}
/** A decision as everybody sees it. Times in epoch ms of the server's clock. */
export interface Decision extends DecisionFacts {
  /** when it was recorded */
  readonly at: number;
  /** since when it is open again, until it is recorded anew */
  readonly reopened?: { readonly why: (typeof REOPENINGS)[number]; readonly at: number } | undefined;
}

const line = (length: number): z.ZodMiniType<string> => z.string().check(z.trim(), z.minLength(1), z.maxLength(length));
const reasons: z.ZodMiniType<readonly string[]> = z
  .array(line(LIMITS.reasonLength))
  .check(z.maxLength(LIMITS.reasonsPerSide));
const facts = {
  outcome: z.enum(OUTCOMES),
  rule: z.enum(DECISION_RULES),
  ballot: z.optional(ballotIdSchema),
  for: reasons,
  against: reasons,
  owner: z.optional(line(LIMITS.titleLength)),
  reviewAt: z.optional(z.number().check(z.nonnegative())),
};
export const decisionFactsSchema: z.ZodMiniType<DecisionFacts> = z.object(facts);
export const decisionSchema: z.ZodMiniType<Decision> = z.object({
  ...facts,
  at: z.number(),
  reopened: z.optional(z.object({ why: z.enum(REOPENINGS), at: z.number() })),
});
