import { AppError } from "@palabre/shared/errors";
import { toPostText } from "@palabre/shared/listening";
import type { AddFeed } from "@palabre/shared/protocol";
import { z } from "zod";
import { decodeText } from "../encoding.ts";
import { readFeedJson } from "../feedJson.ts";
import { readFeedXml, type FeedContent } from "../feedXml.ts";
import type { Fetched } from "../guardedFetch.ts";
import { readRetryAfter } from "../pause.ts";
import { toPosts } from "../heard.ts";
import { readCursor } from "./cursor.ts";
import type { PulledKind } from "./kind.ts";

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
const URL_LENGTH = 2_000;
/** As the host gave them, for If-None-Match and If-Modified-Since. */
const cursorSchema = z.object({ etag: z.string().optional(), lastModified: z.string().optional() });

/** RSS, Atom and JSON Feed. Reading throws as the guarded fetch does, and `not-a-feed`. */
export const feed: PulledKind<AddFeed> = {
  kind: "feed",
  plan: ({ url: written }) => {
    if (!URL.canParse(written)) throw badAddress("syntax");
    // the one form in which a feed's address is kept, so that it is known again
    const url = new URL(written);
    url.hash = "";
    if (url.href.length > URL_LENGTH) throw badAddress("length");
    return { url: url.href, name: url.host };
  },
  read: async ({ id, url = "" }, since, { fetch, now, signal }) => {
    const known = readCursor(since, cursorSchema);
    const reply = await fetch(url, { accept: ACCEPT, ...known, signal });
    const asked = (readRetryAfter(reply.header("retry-after"), now) ?? 0) * 1_000;
    if (reply.status === 304) return { posts: [], skipped: 0, title: "", cursor: since, waitMs: asked };
    const content = await parseReply(reply);
    const { posts, unread } = await toPosts(id, content.items, now, { isOwnUrl: true });
    return {
      posts,
      skipped: content.skipped + unread,
      title: toPostText(content.title),
      cursor: JSON.stringify({ etag: reply.header("etag"), lastModified: reply.header("last-modified") }),
      waitMs: Math.max(asked, (content.ttlMinutes ?? 0) * 60_000),
    };
  },
};

function parseReply(reply: Fetched): FeedContent | Promise<FeedContent> {
  const charset = /charset=["']?([\w.:-]+)/i.exec(reply.header("content-type") ?? "")?.[1];
  // a declaration is in ASCII, whatever it declares
  const start = Buffer.from(reply.body.subarray(0, 200)).toString("latin1");
  const declared = /<\?xml[^>]*encoding=["']([\w.:-]+)/i.exec(start)?.[1];
  const text = decodeText(reply.body, [charset, declared]);
  return /^\s*\{/.test(text) ? readFeedJson(text) : readFeedXml(text);
}

const badAddress = (reason: string): AppError =>
  new AppError("bad-address", `The address is none that can be fetched (${reason})`, { details: { reason } });
