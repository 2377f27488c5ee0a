import { AppError } from "@palabre/shared/errors";
import {
  heardSchema,
  postFactsSchema,
  sourceSchema,
  type Engagement,
  type Post,
  type PostFacts,
} from "@palabre/shared/terms";
import { z } from "zod";
import type { SourceRecord } from "./postStore.ts";

// What the implementations of `PostStore` agree on about a record before it is kept.

const nextLookSchema = z.object({
  cursor: z.string().optional(),
  sealed: z.string().optional(),
  failures: z.number().int().nonnegative(),
});

/**
 * A record that can be read again: what is wrong shows when it is written, not at each later look at the board's sources. Its texts are
 * as `toKept` has those of a post.
 */
export function toSourceRecord(board: SourceRecord["board"], value: unknown): SourceRecord {
  try {
    const kept = allKeepable(value);
    return { ...sourceSchema.parse(kept), ...nextLookSchema.parse(kept), board };
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

const UNKEEPABLE = /[\0\p{Surrogate}]/gu;
const keepable = (text: string): string => text.replaceAll(UNKEEPABLE, "\uFFFD");

/** The same value with such texts wherever it has one. */
function allKeepable(value: unknown): unknown {
  if (typeof value === "string") return keepable(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, allKeepable(each)]));
}

/** Whether a text may be what was kept of one. */
export const isKeepable = (text: string): boolean => text.search(UNKEEPABLE) < 0;

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

/** The post as its source now has it; undefined when that is how it was kept. What was read in a text that changed is gone. */
export function updated(before: Post, now: Post): Post | undefined {
  // an answer that was on its way for longer than the one that is kept
  if ((now.editedAt ?? Infinity) < (before.editedAt ?? 0)) return undefined;
  const { heard, ...kept } = before;
  const known = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== undefined));
  const after: Post = {
    ...kept,
    ...known,
    at: before.at,
    // an answer may leave out what another one told: a stream knows no author's name
    author: now.author || before.author,
    url: now.url || before.url,
    language: now.language || before.language,
    ...(heard && now.text === before.text ? { heard } : {}),
  };
  return toOrdered(after) === toOrdered(before) ? undefined : after;
}
const toOrdered = (post: Post): string => JSON.stringify(Object.entries(post).toSorted(([a], [b]) => (a < b ? -1 : 1)));

export const sameCounts = (a: Engagement | undefined, b: Engagement): boolean =>
  a !== undefined &&
  a.react === b.react &&
  a.comment === b.comment &&
  a.share === b.share &&
  a.contribute === b.contribute;

/** What stands in the history of counts for one that its source does not give. */
export const NOT_COUNTED = -1;
