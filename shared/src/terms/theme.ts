import { z } from "zod/mini";
import type { ThemeId } from "./ids.ts";
import { quoteSchema, type Quote } from "./reading.ts";
import type { Feeling } from "./post.ts";
import { LIMITS } from "./limits.ts";

/** How often a board may name themes: what nobody can take in is no theme. */
export const MOST_THEMES = 40;

/** What many posts of a board speak of. */
export interface Theme {
  /** its most telling words, "sommeil · sieste · nuit" */
  readonly name: string;
  readonly keyphrases: readonly string[];
  readonly posts: number;
  /** how many of them expect something */
  readonly expectations: number;
  /** (now − before) / before, as a share, over the board's period; absent where too few were written to say */
  readonly trend?: number | undefined;
  readonly feelings: Readonly<Record<Feeling, number>>;
  /** posts by ISO 639-1 */
  readonly languages: Readonly<Record<string, number>>;
  readonly firstAt: number;
  readonly lastAt: number;
  /** what finds its posts again, as a card's `query` */
  readonly query: string;
  readonly quotes: readonly Quote[];
  /** enough people expect something to make a card of it */
  readonly isSuggested: boolean;
  /** a title for that card, in the words of the posts */
  readonly statement: string;
  /** far more was written than usual, in these hours */
  readonly burst?: { readonly from: number; readonly to: number } | undefined;
}
const count = z.int().check(z.nonnegative());
export const themeSchema: z.ZodMiniType<Theme> = z.object({
  name: z.string(),
  keyphrases: z.array(z.string()),
  posts: count,
  expectations: count,
  trend: z.optional(z.number()),
  feelings: z.object({ positive: count, neutral: count, negative: count }),
  languages: z.record(z.string(), count),
  firstAt: count,
  lastAt: count,
  query: z.string(),
  quotes: z.array(quoteSchema).check(z.maxLength(LIMITS.quotesPerAnnotation)),
  isSuggested: z.boolean(),
  statement: z.string(),
  burst: z.optional(z.object({ from: count, to: count })),
});

/** A theme with its id, where themes come as a list. */
export interface ListedTheme extends Theme {
  readonly id: ThemeId;
}
