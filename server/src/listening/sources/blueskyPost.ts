import { z } from "zod";
import type { RawItem } from "../heard.ts";
import { escapeHtml, timeOf } from "./api.ts";

/** A post of the AT protocol, by the lexicons `app.bsky.feed.post` and `app.bsky.feed.defs#postView`: what of it is heard. */
export const recordSchema = z.object({
  text: z.string(),
  createdAt: z.string(),
  langs: z.array(z.string()).nullish().catch(undefined),
  reply: z
    .object({ parent: z.object({ uri: z.string() }) })
    .nullish()
    .catch(undefined),
});
type PostRecord = z.output<typeof recordSchema>;

const count = z.number().catch(0).default(0);
export const postViewSchema = z.object({
  uri: z.string(),
  author: z.object({ did: z.string(), handle: z.string().default(""), displayName: z.string().nullish() }),
  record: recordSchema,
  indexedAt: z.string().nullish(),
  likeCount: count,
  repostCount: count,
  replyCount: count,
  quoteCount: count,
});
export type PostView = z.output<typeof postViewSchema>;

/** As people open it: at://did/app.bsky.feed.post/key → the page of the post. */
const pageOf = (uri: string, author: string): string => {
  const key = uri.split("/").at(-1) ?? "";
  return `https://bsky.app/profile/${author}/post/${key}`;
};

export const recordToItem = (uri: string, did: string, record: PostRecord): RawItem => ({
  nativeId: uri,
  body: escapeHtml(record.text),
  at: timeOf(record.createdAt),
  url: pageOf(uri, did),
  authorId: did,
  language: record.langs?.[0],
  kind: record.reply ? "comment" : "post",
  replyTo: record.reply?.parent.uri,
});

export const viewToItem = (view: PostView): RawItem => ({
  ...recordToItem(view.uri, view.author.did, view.record),
  url: pageOf(view.uri, view.author.handle || view.author.did),
  author: view.author.displayName || view.author.handle,
  engagement: {
    react: Math.max(0, view.likeCount),
    comment: Math.max(0, view.replyCount),
    share: Math.max(0, view.repostCount + view.quoteCount),
    contribute: 0,
  },
});
