import { toPostText } from "@palabre/shared/listening";
import type { Post, SourceId } from "@palabre/shared/terms";
import { decodeText } from "./encoding.ts";
import { readFeedJson } from "./feedJson.ts";
import { readFeedXml, type FeedContent } from "./feedXml.ts";
import { readRetryAfter, type Fetched, type GuardedFetch } from "./guardedFetch.ts";
import { toPost } from "./heard.ts";
import { createPacer } from "./pacer.ts";

/** What one look at a feed gave. */
export type FeedReading =
  /** the host says that nothing changed since */
  | { readonly kind: "unchanged"; readonly waitMs: number }
  | {
      readonly kind: "read";
      /** empty where the feed has none */
      readonly title: string;
      readonly posts: readonly Post[];
      /** items without anything to read */
      readonly skipped: number;
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
      /** for how long the host or the feed asks not to be looked at again; 0 when it doesn't */
      readonly waitMs: number;
    };

export interface FeedAddress {
  readonly id: SourceId;
  readonly url: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
const NAME_LENGTH = 200;

/** Looks at a feed. @throws AppError as the guarded fetch does, and `not-a-feed` */
export async function readFeed(
  guardedFetch: GuardedFetch,
  feed: FeedAddress,
  options: { now: number; signal?: AbortSignal },
): Promise<FeedReading> {
  const { etag, lastModified } = feed;
  const { now, signal } = options;
  const reply = await guardedFetch(feed.url, { accept: ACCEPT, etag, lastModified, signal });
  const asked = (readRetryAfter(reply.header("retry-after"), now) ?? 0) * 1_000;
  if (reply.status === 304) return { kind: "unchanged", waitMs: asked };
  const content = await parseReply(reply);
  const pace = createPacer();
  const posts: Post[] = [];
  for (const item of content.items) {
    const post = toPost(feed.id, item, now, { isOwnUrl: true });
    if (post) posts.push(post);
    await pace();
  }
  return {
    kind: "read",
    title: toPostText(content.title).slice(0, NAME_LENGTH),
    posts,
    skipped: content.skipped + content.items.length - posts.length,
    etag: reply.header("etag"),
    lastModified: reply.header("last-modified"),
    waitMs: Math.max(asked, (content.ttlMinutes ?? 0) * 60_000),
  };
}

function parseReply(reply: Fetched): FeedContent | Promise<FeedContent> {
  const charset = /charset=["']?([\w.:-]+)/i.exec(reply.header("content-type") ?? "")?.[1];
  // a declaration is in ASCII, whatever it declares
  const start = Buffer.from(reply.body.subarray(0, 200)).toString("latin1");
  const declared = /<\?xml[^>]*encoding=["']([\w.:-]+)/i.exec(start)?.[1];
  const text = decodeText(reply.body, [charset, declared]);
  return /^\s*\{/.test(text) ? readFeedJson(text) : readFeedXml(text);
}
