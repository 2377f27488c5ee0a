import { AppError } from "@palabre/shared/errors";
import type { AddYoutube } from "@palabre/shared/protocol";
import { z } from "zod";
import { nativeIdOf, toPosts, type RawItem } from "../heard.ts";
import {
  askJson,
  badAddress,
  escapeHtml,
  listOf,
  noCredentials,
  settingOf,
  timeOf,
  toServer,
  toSettings,
  type Asked,
} from "./api.ts";
import type { Place, PulledKind, World } from "./kind.ts";
import { readWalkState, walkBack, type WalkPage } from "./walk.ts";

/**
 * Comments of YouTube, https://developers.google.com/youtube/v3/docs/commentThreads/list. A question costs one unit of the 10,000 that a key
 * has a day. The key goes in a header, so that it stands in no address and no log of one.
 */
const API = "https://www.googleapis.com/youtube/v3";
const PAGE = "100";
const BATCH = 50;
/** Units come back at midnight in California; until then a question an hour finds out. */
const QUOTA_SECONDS = 3_600;

const commentSchema = z.object({
  id: z.string(),
  snippet: z.object({
    textDisplay: z.string(),
    textOriginal: z.string().nullish(),
    authorDisplayName: z.string().nullish(),
    authorChannelId: z.object({ value: z.string() }).nullish().catch(undefined),
    likeCount: z.number().catch(0).default(0),
    publishedAt: z.string(),
    updatedAt: z.string().nullish(),
    parentId: z.string().nullish(),
    videoId: z.string().nullish(),
  }),
});
type Comment = z.output<typeof commentSchema>;
const threadSchema = z.object({
  id: z.string(),
  snippet: z.object({
    videoId: z.string().nullish(),
    topLevelComment: commentSchema,
    totalReplyCount: z.number().catch(0).default(0),
  }),
  replies: z.object({ comments: z.array(commentSchema) }).nullish(),
});
type Thread = z.output<typeof threadSchema>;
const threadsSchema = z.object({ items: listOf(threadSchema), nextPageToken: z.string().nullish() });
const commentsSchema = z.object({ items: listOf(commentSchema) });
const channelsSchema = z.object({ items: z.array(z.object({ id: z.string() })).default([]) });
const faultSchema = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});

export const youtube: PulledKind<AddYoutube> = {
  kind: "youtube",
  plan: (asked) => {
    const server = asked.server === undefined ? {} : { server: toServer(asked.server) };
    const query = asked.place === "video" ? videoIn(asked.query) : channelIn(asked.query);
    const settings = { ...toSettings(asked), ...server, query };
    if (asked.place === "video")
      return { url: `https://www.youtube.com/watch?v=${query}`, name: `YouTube ${query}`, settings };
    const path = query.startsWith("@") ? query : `channel/${query}`;
    return { url: `https://www.youtube.com/${path}`, name: `YouTube ${query}`, settings };
  },
  read: async (place, since, world) => {
    const found = readWalkState(since).found ?? (await subjectOf(place, world));
    const walked = await walkBack<Thread>(since, {
      hasTime: world.hasTime,
      ask: (page) => askThreads(place, found, page, world),
      placeOf: ({ id, snippet }) => ({ id, order: Date.parse(snippet.topLevelComment.snippet.publishedAt) }),
      found,
    });
    const items = walked.items.flatMap(threadToItems);
    const { posts, unread } = await toPosts(place.id, items, world.now, { isOwnUrl: true });
    return { posts, skipped: unread, title: "", ...walked };
  },
  recount: {
    most: BATCH,
    ask: async (place, posts, world) => {
      const ids = posts.flatMap((post) => nativeIdOf(post) ?? []);
      // the id of an answer is that of its thread, a dot, and its own
      const threads = ids.filter((id) => !id.includes("."));
      const answers = ids.filter((id) => id.includes("."));
      const items = [
        ...(threads.length === 0 ? [] : await askByIds(place, threads, world)),
        ...(answers.length === 0 ? [] : await askAnswers(place, answers, world)),
      ];
      const there = new Set(items.map(({ nativeId }) => nativeId));
      const heard = await toPosts(place.id, items, world.now, { isOwnUrl: true });
      return { posts: heard.posts, gone: posts.filter((post) => !there.has(nativeIdOf(post))).map(({ id }) => id) };
    },
  },
};

async function askThreads(
  place: Place,
  subject: string,
  page: string | undefined,
  world: World,
): Promise<WalkPage<Thread>> {
  const { body, waitMs } = await ask(
    place,
    "commentThreads",
    {
      part: "snippet,replies",
      order: "time",
      textFormat: "plainText",
      maxResults: PAGE,
      ...(settingOf(place, "place") === "video" ? { videoId: subject } : { allThreadsRelatedToChannelId: subject }),
      ...(page === undefined ? {} : { pageToken: page }),
    },
    threadsSchema,
    world,
  );
  return { items: body.items, next: body.nextPageToken ?? undefined, waitMs };
}
const askByIds = async (place: Place, ids: readonly string[], world: World): Promise<readonly RawItem[]> => {
  const query = { part: "snippet,replies", textFormat: "plainText", id: ids.join(",") };
  return (await ask(place, "commentThreads", query, threadsSchema, world)).body.items.flatMap(threadToItems);
};
const askAnswers = async (place: Place, ids: readonly string[], world: World): Promise<readonly RawItem[]> => {
  const query = { part: "snippet", textFormat: "plainText", id: ids.join(",") };
  return (await ask(place, "comments", query, commentsSchema, world)).body.items.map((comment) =>
    commentToItem(comment, comment.snippet.videoId ?? "", 0),
  );
};

/** A channel is asked for by its id; a handle (@name) stands for one. */
async function subjectOf(place: Place, world: World): Promise<string> {
  const query = settingOf(place, "query");
  if (!query.startsWith("@")) return query;
  const { body } = await ask(place, "channels", { part: "id", forHandle: query }, channelsSchema, world);
  const id = body.items[0]?.id;
  if (id === undefined) throw new AppError("source-status", "There is no such channel", { details: { status: 404 } });
  return id;
}

async function ask<T>(
  place: Place,
  what: string,
  query: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
  world: World,
): Promise<Asked<T>> {
  const url = new URL(`${settingOf(place, "server") || API}/${what}`);
  url.search = new URLSearchParams(query).toString();
  const options = { headers: { "x-goog-api-key": world.secret ?? "" }, answers: [400, 403] };
  const asked = await askJson(world, url, schema.or(faultSchema), options);
  const { body } = asked;
  if (asked.reply.status >= 400) throw faultOf(faultSchema.safeParse(body).data, asked.reply.status);
  // a body of status 200 is of the first form: the other one has no items
  return { ...asked, body: body as T };
}

function faultOf(fault: z.output<typeof faultSchema> | undefined, status: number): AppError {
  const reasons = [...(fault?.error.errors ?? []), ...(fault?.error.details ?? [])].map(({ reason = "" }) => reason);
  if (reasons.some((reason) => /quota|rateLimit/i.test(reason))) {
    return new AppError("source-busy", "The key has no more questions for now", {
      details: { status, retryAfterSeconds: QUOTA_SECONDS },
    });
  }
  // the video or channel has comments switched off, which no key changes
  if (reasons.includes("commentsDisabled")) {
    return new AppError("source-status", "Comments are switched off there", { details: { status } });
  }
  return status === 403 || reasons.some((reason) => /key/i.test(reason))
    ? noCredentials({ status })
    : new AppError("source-status", `YouTube answered ${status}`, { details: { status } });
}

const threadToItems = ({ snippet, replies }: Thread): readonly RawItem[] => {
  const video = snippet.videoId ?? "";
  const first = commentToItem(snippet.topLevelComment, video, snippet.totalReplyCount);
  return [first, ...(replies?.comments ?? []).map((comment) => commentToItem(comment, video, 0))];
};
function commentToItem({ id, snippet }: Comment, video: string, answers: number): RawItem {
  const { textOriginal, textDisplay, publishedAt, updatedAt } = snippet;
  const isEdited = updatedAt !== undefined && updatedAt !== null && updatedAt !== publishedAt;
  return {
    nativeId: id,
    body: escapeHtml(textOriginal ?? textDisplay),
    at: timeOf(publishedAt),
    editedAt: isEdited ? timeOf(updatedAt) : undefined,
    url: `https://www.youtube.com/watch?v=${snippet.videoId || video}&lc=${id}`,
    author: snippet.authorDisplayName ?? undefined,
    authorId: snippet.authorChannelId?.value,
    kind: "comment",
    replyTo: snippet.parentId ?? undefined,
    engagement: { react: Math.max(0, snippet.likeCount), comment: Math.max(0, answers), share: 0, contribute: 0 },
  };
}

function videoIn(written: string): string {
  const id = /(?:[?&]v=|youtu\.be\/|\/(?:shorts|live|embed)\/)([\w-]{11})/.exec(written)?.[1] ?? written.trim();
  if (!/^[\w-]{11}$/.test(id)) throw badAddress("video");
  return id;
}
function channelIn(written: string): string {
  const id = /youtube\.com\/(?:channel\/)?(@[\w.-]+|UC[\w-]{22})/.exec(written)?.[1] ?? written.trim();
  if (!/^(?:@[\w.-]{1,60}|UC[\w-]{22})$/.test(id)) throw badAddress("channel");
  return id;
}
