import { z } from "zod/mini";
import type { BoardRules, Reach, RoleRules } from "./deed.ts";
import { cardIdSchema, phaseIdSchema, type CardId, type PhaseId } from "./ids.ts";
import type { Language } from "./language.ts";
import { LIMITS } from "./limits.ts";

/** A text that facilitators wrote, in one language or in both. */
export interface Words {
  readonly fr?: string | undefined;
  readonly en?: string | undefined;
}
/** In this language where it was written in it, else in the other; "" where nothing was written. */
export const wordsIn = (words: Words, language: Language): string => words[language] ?? words.fr ?? words.en ?? "";

/** What happens by itself when the time of a phase is up. */
export const TIME_UP = ["nothing", "freeze"] as const;
/** How a vote is cast, and on what: planned in the agenda, so that the run of the workshop is seen whole. */
export const BALLOT_METHODS = [
  "dots",
  "judgment",
  "ranked",
  "pairwise",
  "agreement",
  "rating",
  "consent",
  "links",
] as const;
export const BALLOT_SUBJECTS = ["expectation", "factor", "strategy", "links"] as const;

/** A step of a workshop: what is said, for how long, and what may be done meanwhile. */
export interface Phase {
  readonly id: PhaseId;
  readonly title: Words;
  /** what people are asked to do; may be empty */
  readonly instruction: Words;
  /** absent = no timer */
  readonly minutes?: number | undefined;
  /** absent = nothing */
  readonly timeUp?: (typeof TIME_UP)[number] | undefined;
  /** what each role may do; a role that is absent may do everything */
  readonly may?:
    | { readonly facilitator?: RoleRules | undefined; readonly participant?: RoleRules | undefined }
    | undefined;
  /** the frame, or the card, that everybody is brought to when it begins */
  readonly look?: CardId | undefined;
  /** silent: what participants write is a draft that nobody else sees until it is revealed; `may` says which kinds */
  readonly writing?: "silent" | undefined;
  /** of a silent phase: cards are revealed with the names of who wrote them; absent = without, and nothing tells it */
  readonly signed?: boolean | undefined;
  /** participants see only the tools that the phase lets them use */
  readonly fewTools?: boolean | undefined;
  readonly ballot?:
    | { readonly method: (typeof BALLOT_METHODS)[number]; readonly on: (typeof BALLOT_SUBJECTS)[number] }
    | undefined;
}

/** The steps of a workshop, in their order. */
export interface Agenda {
  /** counts up with each change, so that two people who edit it at once don't undo each other; 0 = there never was one */
  readonly revision: number;
  readonly phases: readonly Phase[];
}

/** The phase that is under way, and its timer. Times in epoch ms of the server's clock. */
export interface PhaseNow {
  readonly phase: PhaseId;
  readonly startedAt: number;
  /** set while the timer runs, and once it has run out */
  readonly endsAt?: number | undefined;
  /** ms; set while the timer is paused */
  readonly left?: number | undefined;
  /** the server ended the timer: it does so once */
  readonly isTimeUp?: boolean | undefined;
}

const words = (length: number): z.ZodMiniType<Words> => {
  const text = z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(length)));
  return z.object({ fr: text, en: text });
};
const reachSchema = z.enum(["all", "own", "none"] satisfies Reach[]);
const roleRulesSchema: z.ZodMiniType<RoleRules> = z.object({
  add: z.union([
    z.literal("all"),
    z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(LIMITS.kindsPerRule)),
  ]),
  edit: reachSchema,
  move: reachSchema,
  trash: reachSchema,
  link: z.boolean(),
  comment: z.boolean(),
});

export const phaseSchema: z.ZodMiniType<Phase> = z.object({
  id: phaseIdSchema,
  title: words(LIMITS.titleLength).check(z.refine((title) => wordsIn(title, "fr") !== "", "a phase has a title")),
  instruction: words(LIMITS.instructionLength),
  minutes: z.optional(z.number().check(z.positive(), z.maximum(LIMITS.phaseMinutes))),
  timeUp: z.optional(z.enum(TIME_UP)),
  may: z.optional(z.object({ facilitator: z.optional(roleRulesSchema), participant: z.optional(roleRulesSchema) })),
  look: z.optional(cardIdSchema),
  writing: z.optional(z.literal("silent")),
  signed: z.optional(z.boolean()),
  fewTools: z.optional(z.boolean()),
  ballot: z.optional(z.object({ method: z.enum(BALLOT_METHODS), on: z.enum(BALLOT_SUBJECTS) })),
});
export const phaseNowSchema: z.ZodMiniType<PhaseNow> = z.object({
  phase: phaseIdSchema,
  startedAt: z.number(),
  endsAt: z.optional(z.number()),
  left: z.optional(z.number()),
  isTimeUp: z.optional(z.boolean()),
});

/** The phase that is under way; undefined before the first and after the last. */
export const currentPhase = (agenda: Agenda, now: PhaseNow | undefined): Phase | undefined =>
  now && agenda.phases.find(({ id }) => id === now.phase);

const EVERYTHING: RoleRules = { add: "all", edit: "all", move: "all", trash: "all", link: true, comment: true };

/** What a phase lets people do on the board. While it is silent, what participants add goes to their drafts. */
export function rulesOfPhase({ id, may, writing }: Phase): NonNullable<BoardRules["phase"]> {
  const rules = { id, facilitator: may?.facilitator, participant: may?.participant };
  if (writing !== "silent") return rules;
  const { participant = EVERYTHING } = rules;
  return { ...rules, participant: { ...participant, add: [] }, drafts: participant.add };
}
