import { AppError } from "@palabre/shared/errors";
import { parseFeed } from "@rowanmanning/feed-parser";
import { readFeedDate } from "./feedDates.ts";
import type { RawItem } from "./heard.ts";
import { createPacer } from "../background/index.ts";

/**
 * Reading RSS (0.9 to 2.0, RDF) and Atom, item by item.
 *
 * The document is cut at its items first, by a scan that knows comments, CDATA and quoted attributes and nothing else; then
 * what is around them is parsed as a feed of none, and each item as a feed of one. So a document of megabytes never holds the
 * event loop for longer than one item takes (the parser alone needs 0.2 s for 2 MiB, and its getters grow with the square of
 * the items), an item that is broken costs nothing but itself, and a size is enough to refuse what was made to be slow.
 *
 * A document type is passed over, one that declares something is refused: feeds need no entities of their own, and
 * expanding them is how a kilobyte becomes a gigabyte.
 */

/** What a feed says of itself, and its items in its order. */
export interface FeedContent {
  readonly title: string;
  /** minutes for which the feed says it needn't be looked at again */
  readonly ttlMinutes: number | undefined;
  readonly items: readonly RawItem[];
  /** items that could not be read, or stand beyond `FEED_LIMITS.items` */
  readonly skipped: number;
}

export const FEED_LIMITS = {
  /** items that are read of one document: the first, which are the newest by custom */
  items: 2_000,
  /** characters of one item, and of all that stands around the items */
  partLength: 256 * 1024,
  /** tags in either: the parser's getters look at all of them, for each fact anew */
  partTags: 5_000,
} as const;
/** Tags between two looks at the clock. */
const TAGS_PER_PACE = 1_000;

/** @throws AppError `not-a-feed` with `reason` root, declaration, malformed or size */
export async function readFeedXml(xml: string): Promise<FeedContent> {
  const { head, open, close, parts, beyond } = await splitFeed(xml);
  const about = parse(head);
  if (!about) throw notAFeed("malformed");
  const ttl = Number(about.element.findElementWithName("ttl")?.textContentNormalized ?? Number.NaN);
  const language = about.language ?? undefined;
  const base = about.url ?? undefined;
  const items: RawItem[] = [];
  let skipped = beyond;
  const pace = createPacer();
  for (const part of parts) {
    const item = readItem(open + part + close, base, language);
    if (item) items.push(item);
    else skipped += 1;
    await pace();
  }
  return { title: about.title ?? "", ttlMinutes: ttl > 0 ? ttl : undefined, items, skipped };
}

function parse(xml: string): ReturnType<typeof parseFeed> | undefined {
  try {
    return parseFeed(xml);
  } catch {
    // the parser's message quotes the document, and any fault of it says the same: this is no feed
    return undefined;
  }
}

type FeedItem = ReturnType<typeof parseFeed>["items"][number];

function readItem(xml: string, base: string | undefined, language: string | undefined): RawItem | undefined {
  const item = parse(xml)?.items[0];
  if (!item) return undefined;
  const url = item.url ?? undefined;
  const author = item.authors[0];
  return {
    nativeId: item.id ?? undefined,
    url: url !== undefined && URL.canParse(url, base) ? new URL(url, base).href : undefined,
    title: item.title ?? undefined,
    body: item.content ?? item.description ?? undefined,
    at: dateOf(item),
    author: author?.name ?? author?.email ?? undefined,
    language,
  };
}

/** Elements that date an item, in any of the formats: when it was published before when it was changed. */
const DATED = ["pubdate", "published", "issued", "date", "modified", "updated"] as const;

/** The parser's own dates hang on the zone of the server, and are none for what its engine can't read. */
function dateOf({ element }: FeedItem): number | undefined {
  for (const name of DATED) {
    const at = readFeedDate(element.findElementWithName(name)?.textContentNormalized);
    if (at !== undefined) return at;
  }
  return undefined;
}

interface SplitFeed {
  /** the document without its items */
  readonly head: string;
  /** what goes before and after one item to make a document of it */
  readonly open: string;
  readonly close: string;
  readonly parts: readonly string[];
  /** how many more items there are, or are too large */
  readonly beyond: number;
}

const ROOTS = new Set(["rss", "rdf", "feed"]);

async function splitFeed(xml: string): Promise<SplitFeed> {
  const pace = createPacer();
  let root: { name: string; tag: string } | undefined;
  let item: { name: string; start: number; depth: number; tags: number } | undefined;
  let head = "";
  let headFrom = 0;
  let headTags = 0;
  let tags = 0;
  let beyond = 0;
  const parts: string[] = [];
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    tags += 1;
    if (tags % TAGS_PER_PACE === 0) await pace();
    const aside = endOfAside(xml, at);
    if (aside !== undefined) {
      at = aside;
      continue;
    }
    const start = at;
    const { end, name, local, isClosing, isEmpty } = readTag(xml, at);
    at = end;
    if (!root) {
      if (!ROOTS.has(local) || isEmpty) throw notAFeed("root");
      root = { name, tag: xml.slice(start, end) };
    } else if (!item && !isClosing && (local === "item" || local === "entry")) {
      head += xml.slice(headFrom, start);
      item = { name, start, depth: 0, tags: 0 };
    }
    if (item) item.tags += 1;
    else headTags += 1;
    if (item?.name !== name) continue;
    item.depth += isClosing ? -1 : isEmpty ? 0 : 1;
    if (item.depth > 0) continue;
    const isRead = parts.length < FEED_LIMITS.items && isBounded(at - item.start, item.tags);
    if (isRead) parts.push(xml.slice(item.start, at));
    else beyond += 1;
    item = undefined;
    headFrom = at;
  }
  if (!root || item) throw notAFeed(root ? "malformed" : "root");
  head += xml.slice(headFrom);
  if (!isBounded(head.length, headTags)) throw notAFeed("size");
  const isRss = !/(?:^|:)feed$/i.test(root.name);
  return {
    head,
    open: root.tag + (isRss ? "<channel>" : ""),
    close: `${isRss ? "</channel>" : ""}</${root.name}>`,
    parts,
    beyond,
  };
}

const isBounded = (length: number, tags: number): boolean =>
  length <= FEED_LIMITS.partLength && tags <= FEED_LIMITS.partTags;

const TAG = /<(\/?)([^\s/>"'=<]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/y;

/** `local` is the name without its prefix, in lower case. */
function readTag(
  xml: string,
  at: number,
): { end: number; name: string; local: string; isClosing: boolean; isEmpty: boolean } {
  TAG.lastIndex = at;
  const [tag, slash, name = "", rest = ""] = TAG.exec(xml) ?? [];
  if (tag === undefined) throw notAFeed("malformed");
  const local = name.toLowerCase().replace(/^.*:/, "");
  return { end: TAG.lastIndex, name, local, isClosing: slash === "/", isEmpty: rest.endsWith("/") };
}

/** Where a comment, CDATA, instruction or document type that begins at `at` has ended; undefined where none begins. */
function endOfAside(xml: string, at: number): number | undefined {
  const after = (sign: string): number => {
    const found = xml.indexOf(sign, at);
    if (found < 0) throw notAFeed("malformed");
    return found + sign.length;
  };
  if (xml.startsWith("<!--", at)) return after("-->");
  if (xml.startsWith("<![CDATA[", at)) return after("]]>");
  if (xml.startsWith("<?", at)) return after("?>");
  if (!xml.startsWith("<!", at)) return undefined;
  const end = after(">");
  if (xml.slice(at, end).includes("[")) throw notAFeed("declaration");
  return end;
}

export const notAFeed = (reason: "root" | "declaration" | "malformed" | "size"): AppError =>
  new AppError("not-a-feed", `What the address gives is no RSS, Atom or JSON feed (${reason})`, {
    details: { reason },
  });
