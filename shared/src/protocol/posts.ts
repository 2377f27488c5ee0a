import { z } from "zod/mini";
import {
  engagementSchema,
  heardSchema,
  SOURCE_KINDS,
  sourceIdSchema,
  themeIdSchema,
  type Engagement,
  type Heard,
  type SourceId,
  type SourceKind,
  type ThemeId,
} from "../terms/index.ts";
import type { PostFilter } from "./postFilter.ts";

/**
 * Posts, newest first. `total` counts what is listed, a post and its near-copies once; `next` is handed back as `before` for the following
 * page.
 */
export interface PostPage {
  readonly posts: readonly ListedPost[];
  readonly total: number;
  /** of a first page, where near-copies make a difference: how many there are with each counted, as figures of cards count */
  readonly withCopies?: number | undefined;
  readonly next?: string | undefined;
}
export interface ListedPost {
  readonly id: string;
  readonly source: SourceId;
  readonly sourceName: string;
  readonly sourceKind: SourceKind;
  readonly text: string;
  readonly at: number;
  readonly url: string;
  /** as read, until then as the source says; empty where neither tells */
  readonly language: string;
  /** absent until it was read */
  readonly heard?: Heard | undefined;
  /** whether a facilitator said that it is an expectation, or that it is none */
  readonly label?: boolean | undefined;
  readonly theme?: ThemeId | undefined;
  readonly engagement?: Engagement | undefined;
  /** near-copies of it that are not listed beside it */
  readonly copies: number;
}
export const postPageSchema: z.ZodMiniType<PostPage> = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      source: sourceIdSchema,
      sourceName: z.string(),
      sourceKind: z.enum(SOURCE_KINDS),
      text: z.string(),
      at: z.int().check(z.nonnegative()),
      url: z.string(),
      language: z.string(),
      heard: z.optional(heardSchema),
      label: z.optional(z.boolean()),
      theme: z.optional(themeIdSchema),
      engagement: z.optional(engagementSchema),
      copies: z.int().check(z.nonnegative()),
    }),
  ),
  total: z.int(),
  withCopies: z.optional(z.int()),
  next: z.optional(z.string()),
});

/** Which posts: all of what is given must hold. `kind` may be "expectation" for requests, problems and wishes together. */
export interface PostQuery extends Omit<PostFilter, "days"> {
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}
