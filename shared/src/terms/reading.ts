import { z } from "zod";
import { sourceIdSchema } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { UNITS } from "./card.ts";

/** What can be measured of a card. Later measures are added here, with their unit in `UNIT_OF`. */
export const MEASURES = ["mentions", "trend", "roi", "influence", "dependence"] as const;
export type Measure = (typeof MEASURES)[number];

/** Why a figure is missing: too few to conclude, not defined (division by zero), or its inputs are not given yet. */
export const READING_STATES = ["known", "insufficient", "undefined", "missing"] as const;
export type ReadingState = (typeof READING_STATES)[number];

const time = z.number().int().nonnegative();

/**
 * One measured figure with unit, count, period and origin. Codes and numbers only: the screen makes the sentences.
 *
 * - `mentions`: value = posts in the period; `previous` = those of the period before, of equal length; `series` = counts in
 *   equal slices of the period, oldest first; n = value; `total` = all posts that match, whenever written
 * - `trend`: value = (now − before) / before as a share; n = posts in both periods; `needs` = how many it takes
 * - `roi`: value = (gain − cost) / cost as a share; n = 1 estimate; `unit` and `horizonMonths` from the card
 * - `influence`, `dependence`: value = sum of the strengths of the links out of (into) the card; n = how many links; `share` =
 *   part of the sum over all factors, `rank` = 1 for the largest (equal values share a rank), `of` = how many are ranked
 */
const readingSchema: z.ZodType<Reading> = z.object({
  measure: z.enum(MEASURES),
  state: z.enum(READING_STATES),
  value: z.number().optional(),
  n: z.number().int().nonnegative(),
  needs: z.number().int().optional(),
  unit: z.enum(UNITS).optional(),
  horizonMonths: z.number().optional(),
  from: time.optional(),
  to: time.optional(),
  previous: z.number().int().optional(),
  total: z.number().int().optional(),
  series: z.array(z.number()).optional(),
  share: z.number().optional(),
  rank: z.number().int().optional(),
  of: z.number().int().optional(),
  /** how many posts each source gave, most first; empty for what is read from the board itself */
  origin: z.array(z.object({ source: sourceIdSchema, name: z.string(), n: z.number().int() })),
});
export interface Reading {
  readonly measure: Measure;
  readonly state: ReadingState;
  readonly value?: number | undefined;
  readonly n: number;
  readonly needs?: number | undefined;
  readonly unit?: (typeof UNITS)[number] | undefined;
  readonly horizonMonths?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly previous?: number | undefined;
  readonly total?: number | undefined;
  readonly series?: readonly number[] | undefined;
  readonly share?: number | undefined;
  readonly rank?: number | undefined;
  readonly of?: number | undefined;
  readonly origin: readonly ReadingOrigin[];
}
export interface ReadingOrigin {
  readonly source: z.output<typeof sourceIdSchema>;
  readonly name: string;
  readonly n: number;
}

/** A verbatim part of a post: `text` is `post.text.slice(start, end)`, so that anyone can check it. */
const quoteSchema: z.ZodType<Quote> = z.object({
  post: z.string(),
  source: sourceIdSchema,
  sourceName: z.string(),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  at: time,
  url: z.string(),
});
export interface Quote {
  readonly post: string;
  readonly source: z.output<typeof sourceIdSchema>;
  readonly sourceName: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly url: string;
}

/** All the readings of a card, with the evidence behind them. */
export const annotationSchema: z.ZodType<Annotation> = z.object({
  readings: z.array(readingSchema),
  quotes: z.array(quoteSchema).max(LIMITS.quotesPerAnnotation),
});
export interface Annotation {
  readonly readings: readonly Reading[];
  readonly quotes: readonly Quote[];
}
