import type { AddMastodon } from "@palabre/shared/protocol";
import { z } from "zod";
import { nativeIdOf, toPosts } from "../heard.ts";
import {
  askJson,
  isMissing,
  listOf,
  missing,
  noCredentials,
  settingOf,
  toServer,
  toSettings,
  type Asked,
} from "./api.ts";
import { readCursor } from "./cursor.ts";
import type { Place, PulledKind, Reading, World } from "./kind.ts";
import { isHeard, isLater, statusSchema, toItem, type Status } from "./mastodonStatus.ts";
import { followMastodon } from "./mastodonStream.ts";
import { walkBack } from "./walk.ts";

/**
 * Mastodon, and servers that speak as it does: https://docs.joinmastodon.org/methods/
 *
 * Timelines are read forwards from what is known (`min_id` leaves no gap), searches backwards to it. No SDK: `masto` brings a fetch of
 * its own that can't be replaced by the guarded one, for five addresses of JSON.
 */

const PAGE = 40;
/** Statuses that may be asked for by their ids at once. */
const BATCH = 20;
/** Pages of one look, each way. */
const PAGES = 5;
const lookupSchema = z.object({ id: z.string() });
const statusesSchema = listOf(statusSchema);
/** A mention is a notification with an id of its own, which the pages go by. */
const mentionsSchema = listOf(z.object({ id: z.string(), status: statusSchema.nullish() }));
const searchSchema = z.object({ statuses: statusesSchema });
const cursorSchema = z.object({
  newest: z.string().optional(),
  /** the page further back that the first reading has not come to */
  older: z.string().optional(),
  olderPages: z.number().optional(),
  account: z.string().optional(),
});
type Cursor = z.output<typeof cursorSchema>;
interface Entry {
  readonly id: string;
  readonly status: Status;
}

export const mastodon: PulledKind<AddMastodon> = {
  kind: "mastodon",
  plan: (asked) => {
    const server = toServer(asked.server);
    const query = (asked.query ?? "").replace(asked.place === "search" ? "" : /^[#@]/, "").trim();
    if (query === "" && asked.place !== "mentions") throw missing("query");
    if (asked.secret === undefined && (asked.place === "mentions" || asked.place === "search"))
      throw noCredentials({ reason: "missing" });
    const settings = { ...toSettings({ ...asked, query }), server };
    const { host } = new URL(server);
    switch (asked.place) {
      case "hashtag":
        return { url: `${server}/tags/${encodeURIComponent(query)}`, name: `#${query}`, settings };
      case "account":
        return { url: `${server}/@${query}`, name: `@${query}${query.includes("@") ? "" : `@${host}`}`, settings };
      case "mentions":
        return { url: `${server}/notifications/mentions`, name: host, settings };
      case "search":
        return { url: `${server}/search?q=${encodeURIComponent(query)}&type=statuses`, name: query, settings };
    }
  },
  read: async (place, since, world) =>
    settingOf(place, "place") === "search" ? readSearch(place, since, world) : readTimeline(place, since, world),
  recount: {
    most: BATCH,
    ask: async (place, posts, world) => {
      const ids = posts.flatMap((post) => nativeIdOf(post) ?? []);
      const found = await askStatuses(place, ids, world);
      const there = new Set(found.map(({ id }) => id));
      const heard = await toPosts(place.id, found.filter(isHeard).map(toItem), world.now, { isOwnUrl: true });
      const gone = posts.filter((post) => !there.has(nativeIdOf(post) ?? "")).map(({ id }) => id);
      return { posts: heard.posts, gone };
    },
  },
  follow: followMastodon,
};

async function readSearch(place: Place, since: string | undefined, world: World): Promise<Reading> {
  const server = settingOf(place, "server");
  const walked = await walkBack<Status>(since, {
    hasTime: world.hasTime,
    placeOf: ({ id, created_at }) => ({ id, order: Date.parse(created_at) }),
    ask: async (page) => {
      const url = new URL(`${server}/api/v2/search`);
      const asked = {
        q: settingOf(place, "query"),
        type: "statuses",
        limit: `${PAGE}`,
        ...(page ? { max_id: page } : {}),
      };
      url.search = new URLSearchParams(asked).toString();
      const { body, waitMs } = await ask(url, searchSchema, world);
      return { items: body.statuses, next: body.statuses.length < PAGE ? undefined : body.statuses.at(-1)?.id, waitMs };
    },
  });
  return { ...(await toReading(place, walked.items, world)), ...walked };
}

async function readTimeline(place: Place, since: string | undefined, world: World): Promise<Reading> {
  const cursor: Cursor = readCursor(since, cursorSchema) ?? {};
  const account = cursor.account ?? (await accountOf(place, world));
  const base = timelineOf(place, account);
  const read = cursor.newest === undefined || cursor.older !== undefined ? readBack : readOn;
  const { entries, next, waitMs, isUnfinished } = await read(place, base, cursor, world);
  const statuses = entries.map(({ status }) => status);
  return {
    ...(await toReading(place, statuses, world)),
    cursor: JSON.stringify({ ...next, account }),
    waitMs,
    isUnfinished,
  };
}

interface Read {
  readonly entries: readonly Entry[];
  readonly next: Cursor;
  readonly waitMs: number;
  readonly isUnfinished: boolean;
}

/** What was written since, oldest pages first: each page begins right after the one before. */
async function readOn(place: Place, base: URL, cursor: Cursor, world: World): Promise<Read> {
  const entries: Entry[] = [];
  let { newest = "0" } = cursor;
  let waitMs = 0;
  for (let count = 0; count < PAGES && waitMs === 0 && (count === 0 || world.hasTime?.() !== false); count += 1) {
    const page = await askPage(place, withQuery(base, { min_id: newest }), world);
    waitMs = page.waitMs;
    if (page.body.length === 0) return { entries, next: { newest }, waitMs, isUnfinished: false };
    entries.push(...page.body);
    newest = newestOf(page.body, newest) ?? newest;
  }
  return { entries, next: { newest }, waitMs, isUnfinished: true };
}

/** The first reading: from the newest backwards, so far and no further. */
async function readBack(place: Place, base: URL, cursor: Cursor, world: World): Promise<Read> {
  const entries: Entry[] = [];
  let { newest, older, olderPages = 0 } = cursor;
  let waitMs = 0;
  do {
    const page = await askPage(place, new URL(older ?? base), world);
    waitMs = page.waitMs;
    entries.push(...page.body);
    newest = newestOf(page.body, newest);
    olderPages += 1;
    older = olderPages < PAGES && page.body.length > 0 ? nextOf(page.reply.header("link"), base) : undefined;
  } while (older !== undefined && waitMs === 0 && world.hasTime?.() !== false);
  const rest = older === undefined ? {} : { older, olderPages };
  return { entries, next: { newest: newest ?? "0", ...rest }, waitMs, isUnfinished: older !== undefined };
}

const newestOf = (entries: readonly Entry[], newest: string | undefined): string | undefined =>
  entries.reduce((found, { id }) => (found === undefined || isLater(id, found) ? id : found), newest);

/** The address of the following page, as the Link header gives it: of the same server, or none. */
function nextOf(link: string | undefined, base: URL): string | undefined {
  const next = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(link ?? "")?.[1];
  if (next === undefined || !URL.canParse(next, base.href)) return undefined;
  const url = new URL(next, base.href);
  return url.origin === base.origin && url.pathname === base.pathname ? url.href : undefined;
}

function timelineOf(place: Place, account: string | undefined): URL {
  const server = settingOf(place, "server");
  switch (settingOf(place, "place")) {
    case "account":
      return withQuery(`${server}/api/v1/accounts/${encodeURIComponent(account ?? "")}/statuses`, {
        exclude_reblogs: "true",
      });
    case "mentions":
      return withQuery(`${server}/api/v1/notifications`, { "types[]": "mention" });
    default:
      return withQuery(`${server}/api/v1/timelines/tag/${encodeURIComponent(settingOf(place, "query"))}`, {});
  }
}
function withQuery(base: string | URL, query: Readonly<Record<string, string | undefined>>): URL {
  const url = new URL(base);
  for (const [name, value] of Object.entries({ limit: `${PAGE}`, ...query })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

async function accountOf(place: Place, world: World): Promise<string | undefined> {
  if (settingOf(place, "place") !== "account") return undefined;
  const url = new URL(`${settingOf(place, "server")}/api/v1/accounts/lookup`);
  url.searchParams.set("acct", settingOf(place, "query"));
  return (await ask(url, lookupSchema, world)).body.id;
}

async function askPage(place: Place, url: URL, world: World): Promise<Asked<readonly Entry[]>> {
  if (settingOf(place, "place") === "mentions") {
    const asked = await ask(url, mentionsSchema, world);
    return { ...asked, body: asked.body.flatMap(({ id, status }) => (status ? [{ id, status }] : [])) };
  }
  const asked = await ask(url, statusesSchema, world);
  return { ...asked, body: asked.body.map((status) => ({ id: status.id, status })) };
}

/** How statuses stand now; those that are missing are gone. Servers before 4.3 are asked for each by itself. */
async function askStatuses(place: Place, ids: readonly string[], world: World): Promise<readonly Status[]> {
  const server = settingOf(place, "server");
  const url = new URL(`${server}/api/v1/statuses`);
  for (const id of ids) url.searchParams.append("id[]", id);
  try {
    return (await ask(url, statusesSchema, world)).body;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const found: Status[] = [];
  for (const id of ids) {
    try {
      found.push((await ask(`${server}/api/v1/statuses/${encodeURIComponent(id)}`, statusSchema, world)).body);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return found;
}

const ask = <T>(url: string | URL, schema: z.ZodType<T>, world: World): Promise<Asked<T>> =>
  askJson(
    world,
    url,
    schema,
    world.secret === undefined ? {} : { headers: { authorization: `Bearer ${world.secret}` } },
  );

async function toReading(place: Place, statuses: readonly Status[], world: World): Promise<Reading> {
  const items = statuses.filter(isHeard).map(toItem);
  const { posts, unread } = await toPosts(place.id, items, world.now, { isOwnUrl: true });
  return { posts, skipped: unread, title: "", cursor: undefined, waitMs: 0 };
}
