import * as z from "zod/mini";
import {
  FEELINGS,
  HEARD_KINDS,
  LIMITS,
  sourceIdSchema,
  themeIdSchema,
  type Feeling,
  type HeardKind,
  type SourceId,
  type ThemeId,
} from "../terms/index.ts";

/** What a person narrows the posts to, and a device keeps for them. All of what is given must hold. */
export interface PostFilter {
  readonly source?: SourceId | undefined;
  readonly query?: string | undefined;
  /** ISO 639-1 */
  readonly language?: string | undefined;
  readonly kind?: HeardKind | "expectation" | undefined;
  readonly feeling?: Feeling | undefined;
  readonly theme?: ThemeId | undefined;
  /** written in the last so many days */
  readonly days?: number | undefined;
  /** written at or after, and before: epoch ms */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}
const postFilterSchema: z.ZodMiniType<PostFilter> = z.object({
  source: z.optional(sourceIdSchema),
  query: z.optional(z.string().check(z.maxLength(LIMITS.queryLength))),
  language: z.optional(z.string().check(z.maxLength(20))),
  kind: z.optional(z.enum([...HEARD_KINDS, "expectation"])),
  feeling: z.optional(z.enum(FEELINGS)),
  theme: z.optional(themeIdSchema),
  days: z.optional(z.number().check(z.positive())),
  from: z.optional(z.int()),
  to: z.optional(z.int()),
});

/** Columns of posts beside each other: more is a wall that nobody reads. */
export const MOST_COLUMNS = 6;
/** The columns that a device keeps for a board, from the first to the last. */
export const postColumnsSchema: z.ZodMiniType<readonly PostFilter[]> = z
  .array(postFilterSchema)
  .check(z.minLength(1), z.maxLength(MOST_COLUMNS));

/** A search that a board keeps: by its name anybody finds again what somebody narrowed the posts to. */
export interface SavedSearch {
  readonly name: string;
  readonly filter: PostFilter;
}
/** All searches that a board keeps, in the order in which they were saved. */
export interface SavedSearches {
  readonly searches: readonly SavedSearch[];
}
export const MOST_SEARCHES = 30;
export const savedSearchesSchema: z.ZodMiniType<SavedSearches> = z.object({
  searches: z
    .array(
      z.object({
        name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.nameLength)),
        filter: postFilterSchema,
      }),
    )
    .check(z.maxLength(MOST_SEARCHES)),
});
