import { AppError } from "@palabre/shared/errors";
import { heardSchema, postFactsSchema, sourceSchema, type Post, type PostFacts } from "@palabre/shared/terms";
import { z } from "zod";
import type { SourceRecord } from "./postStore.ts";

// What the implementations of `PostStore` agree on about a record before it is kept.

const nextLookSchema = z.object({
  cursor: z.string().optional(),
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
  ...(post.replyTo === undefined ? {} : { replyTo: keepable(post.replyTo) }),
  id: keepable(post.id),
  text: keepable(post.text),
  url: keepable(post.url),
  author: keepable(post.author),
  language: keepable(post.language),
});

const keepable = (text: string): string => text.replaceAll(/[\0\p{Surrogate}]/gu, "\uFFFD");

/** What only some sources know of a post, as JSON; null where this one knows nothing more. */
export function factsOf({ kind, engagement, editedAt, stars, replyTo, authorId }: PostFacts): string | null {
  const facts = JSON.stringify({ kind, engagement, editedAt, stars, replyTo, authorId });
  return facts === "{}" ? null : facts;
}

/** The other way: what was kept as JSON of a post, of either kind. */
export const readKept = (facts: string | null, heard: string | null): Partial<Post> => ({
  ...(facts === null ? {} : postFactsSchema.parse(JSON.parse(facts))),
  ...(heard === null ? {} : { heard: heardSchema.parse(JSON.parse(heard)) }),
});
