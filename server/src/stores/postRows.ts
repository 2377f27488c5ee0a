import {
  boardIdSchema,
  FEELINGS,
  HEARD_KINDS,
  SOURCE_STATES,
  sourceIdSchema,
  themeIdSchema,
  type BoardId,
  type Post,
  type SourceState,
} from "@palabre/shared/terms";
import { z } from "zod";
import type { CountedAt } from "./postChanges.ts";
import { NOT_COUNTED, readKept, toSourceRecord } from "./postRecords.ts";
import type {
  FoundPost,
  HourCount,
  LabelledPost,
  SourceRecord,
  SourceStates,
  Tally,
  ThemeCount,
  ThemeHour,
} from "./postStore.ts";

// Rows of the databases that keep posts, as their statements give them back.

export const HOUR_MS = 3_600_000;

/** What of a post is read where it goes out, of `posts` and `sources`. */
export const POST_COLUMNS = "posts.id, sources.id AS source, text, at, url, author, language, facts, heard";

const columns = {
  id: z.string(),
  source: sourceIdSchema,
  text: z.string(),
  at: z.number(),
  url: z.string(),
  author: z.string(),
  language: z.string(),
  facts: z.string().nullable(),
  heard: z.string().nullable(),
};
const postRow = z.object(columns);
const foundRow = z.object({
  ...columns,
  theme: z.nullable(themeIdSchema),
  label: z.nullable(z.number()),
  copies: z.number(),
});
const labelRow = z.object({ label: z.number() });
const sourceRow = z.object({ board: boardIdSchema, id: sourceIdSchema, posts: z.number(), record: z.string() });
const stateRow = z.object({ state: z.enum(SOURCE_STATES), sources: z.number() });
const boardRow = z.object({ id: boardIdSchema });
const factRow = z.object({ value: z.string() });
const feelingRow = z.object({ feeling: z.enum(FEELINGS).nullable(), count: z.number() });
const hourRow = z.object({ hour: z.number(), posts: z.number() });
const themeHourRow = z.object({ theme: themeIdSchema, hour: z.number(), posts: z.number() });
const themeCountRow = z.object({
  theme: themeIdSchema,
  kind: z.enum(HEARD_KINDS),
  feeling: z.enum(FEELINGS),
  language: z.string(),
  posts: z.number(),
  current: z.number(),
  previous: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
});
const countsRow = z.object({
  at: z.number(),
  react: z.number(),
  comment: z.number(),
  share: z.number(),
  contribute: z.number(),
});

export function toPost(row: unknown): Post {
  const { facts, heard, ...post } = postRow.parse(row);
  return { ...post, ...readKept(facts, heard) };
}

/** @param row with `theme`, `label` and `copies` beside the columns of a post */
export function toFoundPost(row: unknown): FoundPost {
  const { facts, heard, theme, label, ...post } = foundRow.parse(row);
  const found = { ...post, ...readKept(facts, heard), ...(theme === null ? {} : { theme }) };
  return label === null ? found : { ...found, label: label === 1 };
}

/** @param row with `label` beside the columns of a post */
export const toLabelledPost = (row: unknown): LabelledPost => ({
  post: toPost(row),
  isExpectation: labelRow.parse(row).label === 1,
});

export function toSource(row: unknown): SourceRecord {
  const { board, record, ...rest } = sourceRow.parse(row);
  // the count and the id that stand in columns hold over those in the record
  return toSourceRecord(board, Object.assign(JSON.parse(record), rest));
}

/** @param rows posts by feeling, and those that have none by null */
export function toTally(rows: readonly unknown[]): Tally {
  const feelings = { positive: 0, neutral: 0, negative: 0 };
  let posts = 0;
  for (const row of rows) {
    const { feeling, count } = feelingRow.parse(row);
    posts += count;
    if (feeling !== null) feelings[feeling] = count;
  }
  return { posts, feelings };
}

export const toHourCount = (row: unknown): HourCount => hourRow.parse(row);
export const toThemeCount = (row: unknown): ThemeCount => themeCountRow.parse(row);
export const toThemeHour = (row: unknown): ThemeHour => themeHourRow.parse(row);
export function toCountedAt(row: unknown): CountedAt {
  const { at, ...counts } = countsRow.parse(row);
  const given = Object.entries(counts).filter(([, count]) => count !== NOT_COUNTED);
  return { at, ...Object.fromEntries(given) };
}
export const toBoardId = (row: unknown): BoardId => boardRow.parse(row).id;
export const toFact = (row: unknown): unknown => JSON.parse(factRow.parse(row).value);

/** @param rows how many sources are in each state that there are sources in */
export function toSourceStates(rows: readonly unknown[]): SourceStates {
  const counted = rows.map((row) => stateRow.parse(row));
  const countOf = (state: SourceState) => counted.find((row) => row.state === state)?.sources ?? 0;
  return {
    waiting: countOf("waiting"),
    fresh: countOf("fresh"),
    empty: countOf("empty"),
    late: countOf("late"),
    refused: countOf("refused"),
  };
}
