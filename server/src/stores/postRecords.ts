import { AppError } from "@palabre/shared/errors";
import { sourceSchema, type Post } from "@palabre/shared/terms";
import { z } from "zod";
import type { SourceRecord } from "./postStore.ts";

// What the implementations of `PostStore` agree on about a record before it is kept.

const nextLookSchema = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  failures: z.number().int().nonnegative(),
});

/** A record that can be read again: what is wrong shows when it is written, not at each later look at the board's sources. */
export function toSourceRecord(board: SourceRecord["board"], value: unknown): SourceRecord {
  try {
    return { ...sourceSchema.parse(value), ...nextLookSchema.parse(value), board };
  } catch (cause) {
    throw new AppError("store-failed", "A source is not as terms/source.ts has it: see the cause", { cause });
  }
}

/**
 * The post as it can be kept. Databases end a text at NUL and have no place for half a surrogate pair (what is left where
 * somebody cut an emoji in two): both become U+FFFD, the sign for what can't be shown.
 */
export const toKept = (post: Post): Post => ({
  ...post,
  id: keepable(post.id),
  text: keepable(post.text),
  url: keepable(post.url),
  author: keepable(post.author),
  language: keepable(post.language),
});

const keepable = (text: string): string => text.replaceAll(/[\0\p{Surrogate}]/gu, "\uFFFD");
