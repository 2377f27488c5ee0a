import { z } from "zod";
import { readFeedDate } from "./feedDates.ts";
import { FEED_LIMITS, notAFeed, type FeedContent } from "./feedXml.ts";
import type { RawItem } from "./heard.ts";

/** Reading JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/ */

const text = z.string().optional().catch(undefined);
const author = z.object({ name: text }).optional().catch(undefined);
const feedSchema = z.object({
  version: z.string().startsWith("https://jsonfeed.org/version/"),
  title: text,
  language: text,
  home_page_url: text,
  items: z.array(z.unknown()),
});
const itemSchema = z.object({
  // numbers are wrong here, and common
  id: z.coerce.string().optional().catch(undefined),
  url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author,
  authors: z.array(author).optional().catch(undefined),
  language: text,
});

/** @throws AppError `not-a-feed` */
export function readFeedJson(json: string): FeedContent {
  const parsed = feedSchema.safeParse(parseJson(json));
  if (!parsed.success) throw notAFeed("root");
  const feed = parsed.data;
  const read = feed.items.slice(0, FEED_LIMITS.items).flatMap((raw) => {
    const item = itemSchema.safeParse(raw);
    return item.success ? [toRawItem(item.data, feed.language, feed.home_page_url)] : [];
  });
  return { title: feed.title ?? "", ttlMinutes: undefined, items: read, skipped: feed.items.length - read.length };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw notAFeed("malformed");
  }
}

function toRawItem(item: z.output<typeof itemSchema>, language: string | undefined, base: string | undefined): RawItem {
  return {
    nativeId: item.id,
    url: item.url !== undefined && URL.canParse(item.url, base) ? new URL(item.url, base).href : undefined,
    title: item.title,
    body: item.content_html ?? item.content_text ?? item.summary,
    at: readFeedDate(item.date_published) ?? readFeedDate(item.date_modified),
    author: item.authors?.[0]?.name ?? item.author?.name,
    language: item.language ?? language,
  };
}
