import { createMatcher } from "@palabre/shared/listening";
import { z } from "zod";
import { postIdOf, toPosts } from "../heard.ts";
import { jsonIn, settingOf, toServer } from "./api.ts";
import { didOf } from "./blueskyAsk.ts";
import { recordSchema, recordToItem } from "./blueskyPost.ts";
import type { Follow, Place, Reading, World } from "./kind.ts";

/**
 * Jetstream, https://github.com/bluesky-social/jetstream: all that the network writes, as JSON over a WebSocket; of one account, or what
 * holds the words. It goes back to a moment (`cursor`, in microseconds), so that what was written while nobody listened is heard too.
 */
const STREAM = "wss://jetstream2.us-west.bsky.network/subscribe";
/** It keeps about a day. */
const FURTHEST_BACK_MS = 24 * 3_600_000;
/** Clocks differ, and what is heard twice is kept once. */
const OVERLAP_MS = 60_000;
const COLLECTION = "app.bsky.feed.post";
const eventSchema = z.object({
  did: z.string(),
  kind: z.literal("commit"),
  commit: z.object({
    operation: z.enum(["create", "update", "delete"]),
    collection: z.literal(COLLECTION),
    rkey: z.string(),
    record: z.unknown().optional(),
  }),
});

export const followBluesky: Follow = {
  isWanted: ({ settings }) =>
    settings?.["isLive"] === true && ["account", "search"].includes(String(settings["place"])),
  isAll: (place, hasSecret) => settingOf(place, "place") === "search" && !hasSecret,
  hear: async (place, since, world, take) => {
    const { connect, signal, now } = world;
    if (!connect || !signal) return;
    const isSearch = settingOf(place, "place") === "search";
    const matches = isSearch ? wordsOf(settingOf(place, "query")) : undefined;
    const url = new URL(settingOf(place, "stream") || STREAM);
    url.searchParams.set("wantedCollections", COLLECTION);
    if (!isSearch) url.searchParams.set("wantedDids", await didOf(place, world));
    url.searchParams.set("cursor", String((Math.max(since, now - FURTHEST_BACK_MS) - OVERLAP_MS) * 1_000));
    await connect(url.href, {
      signal,
      onMessage: (text) => void readEvent(place, text, matches, world).then((heard) => heard && take(heard)),
    });
  },
};

/** A search is words, all of which a post holds; as in a query of the board, whatever case and accents. */
function wordsOf(query: string): (text: string) => boolean {
  const matchers = query
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => createMatcher(word));
  return (text) => matchers.every((matcher) => matcher.matches(text));
}

async function readEvent(
  { id }: Place,
  text: string,
  matches: ((text: string) => boolean) | undefined,
  { now }: World,
): Promise<Pick<Reading, "posts" | "gone"> | undefined> {
  const event = eventSchema.safeParse(jsonIn(text)).data;
  if (!event) return undefined;
  const { operation, rkey, record: written } = event.commit;
  const uri = `at://${event.did}/${COLLECTION}/${rkey}`;
  if (operation === "delete") return { posts: [], gone: [postIdOf(id, uri)] };
  const record = recordSchema.safeParse(written).data;
  if (!record || matches?.(record.text) === false) return undefined;
  return toPosts(id, [recordToItem(uri, event.did, record)], now, { isOwnUrl: true });
}

/** @throws AppError `bad-address` */
export const toStream = (written: string): string =>
  toServer(written.replace(/^ws(s?):/i, "http$1:")).replace(/^http/, "ws");
