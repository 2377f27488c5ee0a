import { z } from "zod/mini";
import { cardIdSchema, linkIdSchema, type CardId, type LinkId } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { STRENGTHS, type Strength } from "./link.ts";

/** Answers to Kano's two questions, from liking to disliking. */
export const KANO_SAYS = ["like", "must-be", "neutral", "live-with", "dislike"] as const;
export type KanoSays = (typeof KANO_SAYS)[number];
export const CONSENT_SAYS = ["yes", "reserve", "objection"] as const;
export type ConsentSays = (typeof CONSENT_SAYS)[number];
/** The sign that a person gives a link; "none" = the one does not act on the other. */
export const LINK_SIGNS = ["+", "-", "none"] as const;

/** What a person says of each option that they say something of. */
type By<Key extends string, Value> = Readonly<Record<Key, Value>>;

/** One answer to "which of the two?". */
export type PairAnswer =
  | { readonly winner: CardId; readonly loser: CardId }
  /** both the same */
  | { readonly equal: readonly [CardId, CardId] };

/** How one person rates one option: of 1 to 5, or by Kano's two questions, if it is there and if it is missing. */
export interface RatingAnswer {
  readonly importance?: number | undefined;
  readonly satisfaction?: number | undefined;
  readonly present?: KanoSays | undefined;
  readonly absent?: KanoSays | undefined;
}
export interface ConsentAnswerOn {
  readonly say: ConsentSays;
  /** asked for with an objection */
  readonly reason?: string | undefined;
}
export interface LinkAnswer {
  readonly polarity: (typeof LINK_SIGNS)[number];
  /** means nothing beside "none" */
  readonly strength: Strength;
}

/** One person's secret answer to a ballot. */
export type Paper =
  | { readonly method: "dots"; readonly dots: By<CardId, number> }
  /** places on the scale, 0 for the worst */
  | { readonly method: "judgment"; readonly grades: By<CardId, number> }
  /** best first; those of one tier are liked equally, those in none stand together behind all */
  | { readonly method: "ranked"; readonly tiers: readonly (readonly CardId[])[] }
  | { readonly method: "pairwise"; readonly answers: readonly PairAnswer[] }
  /** agree, pass, disagree */
  | { readonly method: "agreement"; readonly answers: By<CardId, 1 | 0 | -1> }
  | { readonly method: "rating"; readonly ratings: By<CardId, RatingAnswer> }
  | { readonly method: "consent"; readonly answers: By<CardId, ConsentAnswerOn> }
  | { readonly method: "links"; readonly answers: By<LinkId, LinkAnswer> };

const few = z.maxLength(LIMITS.optionsPerBallot);
const pair = z.tuple([cardIdSchema, cardIdSchema]);
const fromOneToFive = z.optional(z.int().check(z.minimum(1), z.maximum(5)));
const kano = z.optional(z.enum(KANO_SAYS));

/** Checks the shape; whether it answers its ballot is `whyNoPaper`'s business (shared/facilitation/ballots). */
export const paperSchema: z.ZodMiniType<Paper> = z.discriminatedUnion("method", [
  z.object({ method: z.literal("dots"), dots: z.record(cardIdSchema, z.int().check(z.nonnegative())) }),
  z.object({ method: z.literal("judgment"), grades: z.record(cardIdSchema, z.int().check(z.nonnegative())) }),
  z.object({ method: z.literal("ranked"), tiers: z.array(z.array(cardIdSchema).check(few)).check(few) }),
  z.object({
    method: z.literal("pairwise"),
    answers: z
      .array(z.union([z.object({ winner: cardIdSchema, loser: cardIdSchema }), z.object({ equal: pair })]))
      .check(z.maxLength(LIMITS.pairsPerPaper)),
  }),
  z.object({ method: z.literal("agreement"), answers: z.record(cardIdSchema, z.literal([1, 0, -1])) }),
  z.object({
    method: z.literal("rating"),
    ratings: z.record(
      cardIdSchema,
      z.object({ importance: fromOneToFive, satisfaction: fromOneToFive, present: kano, absent: kano }),
    ),
  }),
  z.object({
    method: z.literal("consent"),
    answers: z.record(
      cardIdSchema,
      z.object({
        say: z.enum(CONSENT_SAYS),
        reason: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.reasonLength))),
      }),
    ),
  }),
  z.object({
    method: z.literal("links"),
    answers: z.record(linkIdSchema, z.object({ polarity: z.enum(LINK_SIGNS), strength: z.literal(STRENGTHS) })),
  }),
]);
