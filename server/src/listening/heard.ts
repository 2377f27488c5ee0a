import { createHash } from "node:crypto";
import { canonicalUrl, postIdentity, toLanguageTag, toPostText } from "@palabre/shared/listening";
import type { Engagement, Post, PostFacts, PostKind, SourceId } from "@palabre/shared/terms";
import { createPacer } from "../background/index.ts";

/** An item as its source gives it, before anything is trusted. */
export interface RawItem {
  readonly nativeId?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  /** plain text or HTML */
  readonly body?: string | undefined;
  /** epoch milliseconds; undefined where the source gives no date that can be read */
  readonly at?: number | undefined;
  readonly author?: string | undefined;
  readonly language?: string | undefined;
  /** of the author, as the source has it: it is kept as a hash */
  readonly authorId?: string | undefined;
  readonly kind?: PostKind | undefined;
  readonly engagement?: Engagement | undefined;
  readonly editedAt?: number | undefined;
  readonly stars?: number | undefined;
  readonly replyTo?: string | undefined;
}

const AUTHOR_LENGTH = 200;
const REPLY_LENGTH = 500;
/** Clocks of hosts differ; beyond a day it is an error, and would stand at the end of every trend. */
const MOST_AHEAD_MS = 86_400_000;
/** A native id that stands in a post's id as it is; longer ones are hashed. */
const NATIVE_ID = /^[\x21-\x7D]{1,100}$/;

/** Whether a time can be that of a post: after 1970, not in the future. */
export const isPostTime = (at: number | undefined, now: number): at is number =>
  at !== undefined && Number.isInteger(at) && at > 0 && at <= now + MOST_AHEAD_MS;

/**
 * The item as a post; undefined when there is nothing to read in it.
 *
 * An item without a date takes the time it is first heard. Its identity leaves the day out, so that it is known again
 * tomorrow and keeps that time.
 * @param isOwnUrl whether the address tells the item from others: a feed's does, a file's often names the page spoken of
 */
function toPost(source: SourceId, item: RawItem, now: number, options: { isOwnUrl: boolean }): Post | undefined {
  const text = toPostText(item.body ?? "", item.title);
  if (text === "") return undefined;
  const url = canonicalUrl(item.url ?? "");
  const author = toPostText(item.author ?? "").slice(0, AUTHOR_LENGTH);
  const nativeId = (item.nativeId ?? "").trim();
  const isDated = isPostTime(item.at, now);
  const identity = postIdentity({
    nativeId,
    url: options.isOwnUrl ? url : "",
    text,
    at: isDated ? item.at : 0,
    author,
  });
  return {
    id: `${source}:${NATIVE_ID.test(nativeId) ? nativeId : hash(identity)}`,
    source,
    text,
    at: isDated ? item.at : now,
    url,
    author,
    language: toLanguageTag(item.language ?? ""),
    ...factsOf(source, item),
  };
}

/** What is known beyond text, time, place and author; what isn't known has no key. */
function factsOf(source: SourceId, item: RawItem): PostFacts {
  const { kind, engagement, editedAt, stars, replyTo, authorId } = item;
  const facts: PostFacts = {
    kind,
    engagement,
    editedAt,
    stars,
    replyTo: replyTo?.slice(0, REPLY_LENGTH),
    authorId: authorId === undefined || authorId === "" ? undefined : hash(`${source} ${authorId}`),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The id that the source gave a post; undefined for one that was too long to be kept. */
export function nativeIdOf({ id, source }: Pick<Post, "id" | "source">): string | undefined {
  const native = id.slice(source.length + 1);
  return native.startsWith("~") ? undefined : native;
}
/** The id of a post, by the one that its source gave it. */
export const postIdOf = (source: SourceId, nativeId: string): string =>
  `${source}:${NATIVE_ID.test(nativeId) ? nativeId : hash(postIdentity({ nativeId, url: "", text: "", at: 0, author: "" }))}`;

/** All items as posts; `unread` counts those with nothing to read. Others are served in between. */
export async function toPosts(
  source: SourceId,
  items: readonly RawItem[],
  now: number,
  options: { isOwnUrl: boolean },
): Promise<{ readonly posts: readonly Post[]; readonly unread: number }> {
  const pace = createPacer();
  const posts: Post[] = [];
  for (const item of items) {
    const post = toPost(source, item, now, options);
    if (post) posts.push(post);
    await pace();
  }
  return { posts, unread: items.length - posts.length };
}

/** "~" stands in no native id that is kept as it is, so a hash is never taken for one. */
const hash = (identity: string): string => `~${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}`;
