import { sourceIdSchema, themeIdSchema, type BoardId, type Post } from "@palabre/shared/terms";
import { z } from "zod";
import { readKept } from "./postRecords.ts";
import type { FoundPost } from "./postStore.ts";
import type { Database } from "./sqliteFile.ts";

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
const boardKeyRow = z.object({ key: z.number() });

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

/** The key of a board; undefined for one that was never met. */
export const boardKeyOf = (db: Database, board: BoardId): number | undefined =>
  boardKeyRow.optional().parse(db.prepare("SELECT key FROM boards WHERE id = ?").get(board))?.key;
