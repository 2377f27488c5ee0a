import type { AddDiscourse } from "@palabre/shared/protocol";
import { z } from "zod";
import { nativeIdOf, toPosts, type RawItem } from "../heard.ts";
import {
  askJson,
  escapeHtml,
  isMissing,
  listOf,
  missing,
  settingOf,
  timeOf,
  toServer,
  toSettings,
  type Asked,
} from "./api.ts";
import type { Place, PulledKind, Reading, World } from "./kind.ts";
import { walkBack, type WalkPage } from "./walk.ts";

/** Discourse, https://docs.discourse.org/: all posts, a topic, or a search. Ids grow with time, whatever the list. */

/** Pages of one look. A forum lets an address ask 20 times a minute at the least. */
const PAGES = { look: 6, first: 10 } as const;
/** Posts of a topic that may be asked for by their ids at once. */
const BATCH = 20;
const RECOUNTED = 10;
/** The number of the action "like". */
const LIKE = 2;

const count = z.number().int().nonnegative().catch(0).default(0);
const postSchema = z.object({
  id: z.number(),
  topic_id: z.number(),
  topic_slug: z.string().nullish(),
  topic_title: z.string().nullish(),
  post_number: z.number(),
  reply_to_post_number: z.number().nullish(),
  cooked: z.string(),
  username: z.string(),
  name: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  reply_count: count,
  actions_summary: z
    .array(z.object({ id: z.number(), count: count }))
    .catch([])
    .default([]),
  hidden: z.boolean().nullish(),
  user_deleted: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
  /** 1 is what people write; others are the forum's own notes */
  post_type: z.number().nullish(),
  accepted_answer: z.boolean().nullish(),
});
type ForumPost = z.output<typeof postSchema>;
const latestSchema = z.object({ latest_posts: listOf(postSchema) });
const topicSchema = z.object({
  id: z.number(),
  title: z.string(),
  slug: z.string().nullish(),
  post_stream: z.object({ posts: listOf(postSchema), stream: z.array(z.number()).default([]) }),
});
const someSchema = z.object({ post_stream: z.object({ posts: listOf(postSchema) }) });
const searchSchema = z.object({
  posts: listOf(
    z.object({
      id: z.number(),
      topic_id: z.number(),
      post_number: z.number(),
      username: z.string(),
      name: z.string().nullish(),
      created_at: z.string(),
      blurb: z.string(),
      like_count: count,
    }),
  ),
  topics: z.array(z.object({ id: z.number(), title: z.string(), slug: z.string().nullish() })).nullish(),
  grouped_search_result: z.object({ more_full_page_results: z.boolean().nullish() }).nullish(),
});

export const discourse: PulledKind<AddDiscourse> = {
  kind: "discourse",
  plan: (asked) => {
    const server = toServer(asked.server);
    const query = asked.place === "topic" ? topicIn(asked.query ?? "") : (asked.query ?? "").trim();
    if (query === "" && asked.place !== "latest") throw missing("query");
    const settings = { ...toSettings({ ...asked, query }), server };
    const { host } = new URL(server);
    if (asked.place === "latest") return { url: `${server}/latest`, name: host, settings };
    if (asked.place === "topic") return { url: `${server}/t/${query}`, name: `${host}/t/${query}`, settings };
    return { url: `${server}/search?q=${encodeURIComponent(query)}`, name: query, settings };
  },
  read: async (place, since, world) => {
    const which = settingOf(place, "place");
    if (which === "topic") return readTopic(place, since, world);
    const walked = await walkBack<RawItem>(since, {
      hasTime: world.hasTime,
      ask: (page) => (which === "search" ? askSearch(place, page, world) : askLatest(place, page, world)),
      placeOf: ({ nativeId = "" }) => ({ id: nativeId, order: Number(nativeId) }),
      pages: PAGES,
    });
    const { posts, unread } = await toPosts(place.id, walked.items, world.now, { isOwnUrl: true });
    return { posts, skipped: unread, title: "", ...walked };
  },
  recount: {
    most: RECOUNTED,
    isOwed: (place) => settingOf(place, "place") === "search",
    ask: async (place, posts, world) => {
      const items: RawItem[] = [];
      const gone: string[] = [];
      for (const post of posts) {
        const asked = await askPost(place, nativeIdOf(post) ?? "", world);
        if (asked && isHeard(asked)) items.push(toItem(asked, settingOf(place, "server")));
        else gone.push(post.id);
      }
      return { posts: (await toPosts(place.id, items, world.now, { isOwnUrl: true })).posts, gone };
    },
  },
};

async function askLatest(place: Place, page: string | undefined, world: World): Promise<WalkPage<RawItem>> {
  const server = settingOf(place, "server");
  const url = `${server}/posts.json${page === undefined ? "" : `?before=${page}`}`;
  const { body, waitMs } = await ask(place, url, latestSchema, world);
  const oldest = Math.min(...body.latest_posts.map(({ id }) => id), Number(page ?? Infinity) - 1);
  // some forums give what has this id too, and some go by windows of ids: an empty one is not the end
  const isEmpty = body.latest_posts.length === 0;
  const next = body.latest_posts.length === 0 && page === undefined ? undefined : nextBefore(oldest, isEmpty);
  return { items: body.latest_posts.filter(isHeard).map((post) => toItem(post, server)), next, waitMs };
}
/** Ids that an empty window holds, in the forums that go by windows. */
const WINDOW = 50;
const nextBefore = (oldest: number, isEmpty: boolean): string | undefined => {
  const before = isEmpty ? oldest - WINDOW : oldest;
  return before > 1 ? String(before) : undefined;
};

/** A search gives the beginning of each post as text; all of it is owed by the second pass. */
async function askSearch(place: Place, page: string | undefined, world: World): Promise<WalkPage<RawItem>> {
  const server = settingOf(place, "server");
  const url = new URL(`${server}/search.json`);
  url.searchParams.set("q", `${settingOf(place, "query")} order:latest`);
  url.searchParams.set("page", page ?? "1");
  const { body, waitMs } = await ask(place, url, searchSchema, world);
  const topics = new Map((body.topics ?? []).map((topic) => [topic.id, topic]));
  const items = body.posts.map((post): RawItem => {
    const topic = topics.get(post.topic_id);
    return {
      nativeId: String(post.id),
      title: post.post_number === 1 ? topic?.title : undefined,
      body: escapeHtml(post.blurb),
      at: timeOf(post.created_at),
      url: addressOf(server, { topic_id: post.topic_id, topic_slug: topic?.slug, post_number: post.post_number }),
      author: post.name || post.username,
      authorId: post.username,
      kind: post.post_number === 1 ? "topic" : "comment",
    };
  });
  const isMore = body.grouped_search_result?.more_full_page_results === true;
  return { items, next: isMore ? String(Number(page ?? 1) + 1) : undefined, waitMs };
}

async function readTopic(place: Place, since: string | undefined, world: World): Promise<Reading> {
  const server = settingOf(place, "server");
  const base = `${server}/t/${settingOf(place, "query")}`;
  const first = await ask(place, `${base}.json`, topicSchema, world);
  const { title, slug, post_stream: stream } = first.body;
  const known = Number(since ?? 0);
  const found = [...stream.posts];
  const missed = stream.stream.filter((id) => id > known && !found.some((post) => post.id === id));
  let { waitMs } = first;
  let asked = 0;
  for (
    ;
    asked < missed.length && asked < BATCH * PAGES.look && waitMs === 0 && world.hasTime?.() !== false;
    asked += BATCH
  ) {
    const url = new URL(`${base}/posts.json`);
    for (const id of missed.slice(asked, asked + BATCH)) url.searchParams.append("post_ids[]", String(id));
    const some = await ask(place, url, someSchema, world);
    found.push(...some.body.post_stream.posts);
    waitMs = some.waitMs;
  }
  const isUnfinished = asked < missed.length;
  const items = found.filter(isHeard).map((post) => toItem({ ...post, topic_title: title, topic_slug: slug }, server));
  const { posts, unread } = await toPosts(place.id, items, world.now, { isOwnUrl: true });
  const read = isUnfinished
    ? (missed[asked - 1] ?? known)
    : Math.max(known, ...stream.stream, ...found.map(({ id }) => id));
  return { posts, skipped: unread, title, cursor: String(read), waitMs, isUnfinished };
}

async function askPost(place: Place, id: string, world: World): Promise<ForumPost | undefined> {
  try {
    return (await ask(place, `${settingOf(place, "server")}/posts/${id}.json`, postSchema, world)).body;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function ask<T>(place: Place, url: string | URL, schema: z.ZodType<T>, world: World): Promise<Asked<T>> {
  const { secret } = world;
  const account = settingOf(place, "account");
  if (secret === undefined) return askJson(world, url, schema);
  const headers = account === "" ? { "user-api-key": secret } : { "api-key": secret, "api-username": account };
  return askJson(world, url, schema, { headers });
}

const isHeard = (post: ForumPost): boolean =>
  post.hidden !== true && post.user_deleted !== true && !post.deleted_at && (post.post_type ?? 1) === 1;

function toItem(post: ForumPost, server: string): RawItem {
  const editedAt = timeOf(post.updated_at);
  return {
    nativeId: String(post.id),
    title: post.post_number === 1 ? (post.topic_title ?? undefined) : undefined,
    body: post.cooked,
    at: timeOf(post.created_at),
    editedAt: editedAt === timeOf(post.created_at) ? undefined : editedAt,
    url: addressOf(server, post),
    author: post.name || post.username,
    authorId: post.username,
    kind: post.post_number === 1 ? "topic" : "comment",
    replyTo: post.reply_to_post_number ? `${post.topic_id}/${post.reply_to_post_number}` : undefined,
    engagement: {
      react: post.actions_summary.find(({ id }) => id === LIKE)?.count ?? 0,
      comment: post.reply_count,
      share: 0,
      contribute: post.post_number === 1 || post.accepted_answer === true ? 1 : 0,
    },
  };
}
const addressOf = (server: string, post: Pick<ForumPost, "topic_id" | "topic_slug" | "post_number">): string =>
  `${server}/t/${post.topic_slug || "-"}/${post.topic_id}/${post.post_number}`;

/** The number of a topic, from it or from its address: `/t/slug/7/12`, `/t/7`. */
const topicIn = (written: string): string =>
  /^(?:.*\/t\/(?:(?!\d+(?:[/?#.]|$))[^/]+\/)?)?(\d{1,12})(?:[/?#.].*)?$/.exec(written.trim())?.[1] ?? "";
