import { z } from "zod/mini";
import type { SourceId } from "./ids.ts";

/** What a post is where it was written. */
export const POST_KINDS = ["post", "comment", "review", "topic", "issue", "contribution"] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** What a post is, as far as a community's expectations go: the first three expect something. */
export const HEARD_KINDS = ["request", "problem", "wish", "praise", "other"] as const;
export type HeardKind = (typeof HEARD_KINDS)[number];
export const FEELINGS = ["positive", "neutral", "negative"] as const;
export type Feeling = (typeof FEELINGS)[number];

/** Whether a kind expects something. */
export const isExpectation = (kind: HeardKind): boolean => kind === "request" || kind === "problem" || kind === "wish";

/** What people did with a post, counted at its source, from the lightest to what costs most. */
export interface Engagement {
  /** favourites, likes, upvotes */
  readonly react?: number | undefined;
  /** replies */
  readonly comment?: number | undefined;
  /** reposts, quotes */
  readonly share?: number | undefined;
  /** topics or issues opened, accepted answers, came, gave */
  readonly contribute?: number | undefined;
}
const count = z.int().check(z.nonnegative());
export const engagementSchema: z.ZodMiniType<Engagement> = z.object({
  react: z.optional(count),
  comment: z.optional(count),
  share: z.optional(count),
  contribute: z.optional(count),
});

/** What was found in a post by reading it. */
export interface Heard {
  readonly kind: HeardKind;
  /** false where posts like it are one as often as not */
  readonly isSure: boolean;
  /** that it is an expectation, 0 to 1 */
  readonly chance: number;
  readonly feeling: Feeling;
  /** ISO 639-1, as read from the text and what its source says; empty where neither tells */
  readonly language: string;
  /** the places that explain it: `text.slice(from, to)` met the rule */
  readonly evidence: readonly HeardEvidence[];
}
export interface HeardEvidence {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
}
export const heardSchema: z.ZodMiniType<Heard> = z.object({
  kind: z.enum(HEARD_KINDS),
  isSure: z.boolean(),
  chance: z.number().check(z.minimum(0), z.maximum(1)),
  feeling: z.enum(FEELINGS),
  language: z.string(),
  evidence: z.array(z.object({ from: count, to: count, rule: z.string() })),
});

/**
 * One item heard from a source, normalised: plain text (no HTML), epoch milliseconds, an address that may be empty.
 *
 * `id` is stable for one source (`<source>:<native id>`, else a hash of what identifies it), so that hearing an item twice
 * adds nothing.
 */
export interface Post extends PostFacts {
  readonly id: string;
  readonly source: SourceId;
  readonly text: string;
  readonly at: number;
  readonly url: string;
  readonly author: string;
  /** as the source says, else empty */
  readonly language: string;
  /** absent until it was read */
  readonly heard?: Heard | undefined;
}

/** What only some sources know of a post. */
export interface PostFacts {
  readonly kind?: PostKind | undefined;
  readonly engagement?: Engagement | undefined;
  readonly editedAt?: number | undefined;
  /** 1 to 5, where its writer gave any */
  readonly stars?: number | undefined;
  /** the post it answers, by the id that its source gives it */
  readonly replyTo?: string | undefined;
  /** a hash: the same for all posts of one author at one source, and tells nobody who that is */
  readonly authorId?: string | undefined;
}
export const postFactsSchema: z.ZodMiniType<PostFacts> = z.object({
  kind: z.optional(z.enum(POST_KINDS)),
  engagement: z.optional(engagementSchema),
  editedAt: z.optional(z.number()),
  stars: z.optional(z.number().check(z.minimum(1), z.maximum(5))),
  replyTo: z.optional(z.string().check(z.maxLength(500))),
  authorId: z.optional(z.string().check(z.maxLength(100))),
});
