import { AppError } from "@palabre/shared/errors";
import type { AddBluesky } from "@palabre/shared/protocol";
import { z } from "zod";
import { nativeIdOf, toPosts, type RawItem } from "../heard.ts";
import { badAddress, missing, noCredentials, settingOf, toServer, toSettings, wrongAnswer } from "./api.ts";
import { askNetwork } from "./blueskyAsk.ts";
import { postViewSchema, recordSchema, recordToItem, viewToItem, type PostView } from "./blueskyPost.ts";
import { followBluesky, toStream } from "./blueskyStream.ts";
import type { Place, PulledKind, Reading, World } from "./kind.ts";
import { readWalkState, walkBack, type WalkPage } from "./walk.ts";

/**
 * Bluesky, and any network of the AT protocol: https://docs.bsky.app/docs/category/http-reference
 *
 * Lists give the newest first: they are read back to the post that is known. No SDK: `@atproto/api` is 3 MB of lexicons for six
 * questions, and its agent takes a fetch whose redirects it follows itself.
 */

const PAGE = "100";
/** Posts that may be asked for at once by their addresses. */
const BATCH = 25;
const feedSchema = z.object({
  feed: z.array(z.object({ post: z.unknown().optional(), reason: z.unknown().optional() })),
  cursor: z.string().nullish(),
});
const foundSchema = z.object({ posts: z.array(z.unknown()), cursor: z.string().nullish() });
const recordsSchema = z.object({
  records: z.array(z.object({ uri: z.string(), value: z.unknown().optional() })),
  cursor: z.string().nullish(),
});
const recordOrNone = z.union([z.object({ error: z.string() }), z.object({ value: z.unknown() })]);
const threadSchema = z.object({ thread: z.looseObject({}) });
const nodeSchema = z.object({ post: z.unknown().optional(), replies: z.array(z.unknown()).nullish() });

export const bluesky: PulledKind<AddBluesky> = {
  kind: "bluesky",
  plan: (asked) => {
    const settings = toSettings(asked);
    const servers = {
      ...(asked.server === undefined ? {} : { server: toServer(asked.server) }),
      ...(asked.stream === undefined ? {} : { stream: toStream(asked.stream) }),
    };
    if (asked.secret !== undefined && (asked.account ?? "") === "") throw missing("account");
    switch (asked.place) {
      case "account": {
        const query = accountIn(asked.query);
        const url = `https://bsky.app/profile/${query}`;
        return { url, name: `@${query}`, settings: { ...settings, ...servers, query } };
      }
      case "thread": {
        const { authority, key } = threadIn(asked.query);
        const query = `at://${authority}/app.bsky.feed.post/${key}`;
        const url = `https://bsky.app/profile/${authority}/post/${key}`;
        return { url, name: `@${authority}`, settings: { ...settings, ...servers, query } };
      }
      case "search": {
        if (asked.secret === undefined && asked.isLive !== true) throw noCredentials({ reason: "missing" });
        const url = `https://bsky.app/search?q=${encodeURIComponent(asked.query)}`;
        return { url, name: asked.query, settings: { ...settings, ...servers } };
      }
    }
  },
  read: async (place, since, world) => {
    switch (settingOf(place, "place")) {
      case "thread":
        return readThread(place, world);
      case "search":
        // the stream alone hears without an account
        if (world.secret === undefined) return { posts: [], skipped: 0, title: "", cursor: since, waitMs: 0 };
        return readList(place, since, world, (page) => askSearch(place, page, world));
      default:
        return readAccount(place, since, world);
    }
  },
  recount: {
    most: BATCH,
    ask: async (place, posts, world) => {
      const uris = posts.flatMap((post) => nativeIdOf(post) ?? []);
      const items = world.memory?.has(RECORDS) ? await askEach(place, uris, world) : await askPosts(place, uris, world);
      const there = new Set(items.map(({ nativeId }) => nativeId));
      const heard = await toPosts(place.id, items, world.now, { isOwnUrl: true });
      return { posts: heard.posts, gone: posts.filter((post) => !there.has(nativeIdOf(post))).map(({ id }) => id) };
    },
  },
  follow: followBluesky,
};

const askPosts = async (place: Place, uris: readonly string[], world: World): Promise<readonly RawItem[]> => {
  const { body } = await askNetwork(place, "app.bsky.feed.getPosts", { uris }, foundSchema, world);
  return viewsIn(body.posts).map(viewToItem);
};

/** A server that holds accounts gives one record at a time; that there is none (any more) it says with 400. */
async function askEach(place: Place, uris: readonly string[], world: World): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  for (const uri of uris) {
    const [, , repo = "", collection = "", rkey = ""] = uri.split("/");
    const query = { repo, collection, rkey };
    const { body } = await askNetwork(place, "com.atproto.repo.getRecord", query, recordOrNone, world, [400]);
    const record = "error" in body ? undefined : recordSchema.safeParse(body.value).data;
    if (record) items.push(recordToItem(uri, repo, record));
    else if ("error" in body && body.error !== "RecordNotFound") throw wrongAnswer("record");
  }
  return items;
}

/** What is no post as the lexicon has it (another kind of record, one that is blocked) is passed over. */
const viewsIn = (found: readonly unknown[]): readonly PostView[] =>
  found.flatMap((post) => postViewSchema.safeParse(post).data ?? []);

async function readAccount(place: Place, since: string | undefined, world: World): Promise<Reading> {
  const { found } = readWalkState(since);
  if (found === RECORDS) return readRecords(place, since, world);
  try {
    return await readList(place, since, world, (page) => askAuthor(place, page, world));
  } catch (error) {
    // a server that holds accounts, and asks nobody else, gives the records themselves
    if (since !== undefined || settingOf(place, "server") === "" || !isUnknownMethod(error)) throw error;
    return readRecords(place, since, world);
  }
}
const RECORDS = "records";
function readRecords(place: Place, since: string | undefined, world: World): Promise<Reading> {
  world.memory?.set(RECORDS, "");
  return readList(place, since, world, (page) => askRecords(place, page, world), RECORDS);
}
const isUnknownMethod = (error: unknown): boolean =>
  error instanceof AppError &&
  error.code !== "source-busy" &&
  [401, 404, 501, 502].includes(Number(error.details["status"]));

type Listed = RawItem & { readonly order: number };

async function readList(
  place: Place,
  since: string | undefined,
  world: World,
  ask: (page: string | undefined) => Promise<WalkPage<Listed>>,
  found?: string,
): Promise<Reading> {
  const walked = await walkBack<Listed>(since, {
    hasTime: world.hasTime,
    ask,
    placeOf: ({ nativeId = "", order }) => ({ id: nativeId, order }),
    found,
  });
  const { posts, unread } = await toPosts(place.id, walked.items, world.now, { isOwnUrl: true });
  return { posts, skipped: unread, title: "", ...walked };
}

/** Lists go by when the network met a post; what its writer says of the time may be anything. */
const toListed = (view: PostView): Listed => ({
  ...viewToItem(view),
  order: Date.parse(view.indexedAt ?? view.record.createdAt),
});

async function askAuthor(place: Place, page: string | undefined, world: World): Promise<WalkPage<Listed>> {
  const query = { actor: settingOf(place, "query"), limit: PAGE, cursor: page };
  const { body, waitMs } = await askNetwork(place, "app.bsky.feed.getAuthorFeed", query, feedSchema, world);
  // what the account passed on is somebody else's
  const own = body.feed.filter(({ reason }) => reason === undefined || reason === null).map(({ post }) => post);
  return { items: viewsIn(own).map(toListed), next: body.cursor ?? undefined, waitMs };
}

async function askSearch(place: Place, page: string | undefined, world: World): Promise<WalkPage<Listed>> {
  const query = { q: settingOf(place, "query"), sort: "latest", limit: PAGE, cursor: page };
  const { body, waitMs } = await askNetwork(place, "app.bsky.feed.searchPosts", query, foundSchema, world);
  return { items: viewsIn(body.posts).map(toListed), next: body.cursor ?? undefined, waitMs };
}

async function askRecords(place: Place, page: string | undefined, world: World): Promise<WalkPage<Listed>> {
  const repo = settingOf(place, "query");
  const query = { repo, collection: "app.bsky.feed.post", limit: PAGE, cursor: page };
  const { body, waitMs } = await askNetwork(place, "com.atproto.repo.listRecords", query, recordsSchema, world);
  const items = body.records.flatMap(({ uri, value }): Listed[] => {
    const record = recordSchema.safeParse(value).data;
    const did = uri.split("/")[2] ?? "";
    return record ? [{ ...recordToItem(uri, did, record), author: repo, order: Date.parse(record.createdAt) }] : [];
  });
  return { items, next: body.records.length === 0 ? undefined : (body.cursor ?? undefined), waitMs };
}

/** A thread is read whole: it has no pages, and no order by time. */
async function readThread(place: Place, world: World): Promise<Reading> {
  const query = { uri: settingOf(place, "query"), depth: "1000", parentHeight: "0" };
  const { body, waitMs } = await askNetwork(place, "app.bsky.feed.getPostThread", query, threadSchema, world);
  const views: PostView[] = [];
  const nodes: unknown[] = [body.thread];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const read = nodeSchema.safeParse(node).data;
    if (!read) continue;
    views.push(...viewsIn([read.post]));
    nodes.push(...(read.replies ?? []));
  }
  const { posts, unread } = await toPosts(place.id, views.map(viewToItem), world.now, { isOwnUrl: true });
  return { posts, skipped: unread, title: "", cursor: undefined, waitMs };
}

const ACCOUNT = /^(?:did:[a-z]+:[\w.:%-]+|[a-z\d-]+(?:\.[a-z\d-]+)+)$/i;
function accountIn(written: string): string {
  const account = /bsky\.app\/profile\/([^/?#]+)/.exec(written)?.[1] ?? written.trim().replace(/^@/, "");
  if (!ACCOUNT.test(account)) throw badAddress("account");
  return account;
}
function threadIn(written: string): { readonly authority: string; readonly key: string } {
  const [, authority = "", key = ""] =
    /bsky\.app\/profile\/([^/?#]+)\/post\/([\w.~:-]+)/.exec(written) ??
    /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([\w.~:-]+)$/.exec(written.trim()) ??
    [];
  if (!ACCOUNT.test(authority)) throw badAddress("post");
  return { authority, key };
}
