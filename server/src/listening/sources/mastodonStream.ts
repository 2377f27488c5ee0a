import { z } from "zod";
import { postIdOf, toPosts } from "../heard.ts";
import { askJson, jsonIn, settingOf } from "./api.ts";
import type { Follow, Place, World } from "./kind.ts";
import { isHeard, statusSchema, toItem } from "./mastodonStatus.ts";

/**
 * The stream of a Mastodon server, https://docs.joinmastodon.org/methods/streaming/, where the server says that it has one. Each message
 * is a text of JSON that holds another text of JSON.
 */
const instanceSchema = z.object({ configuration: z.object({ urls: z.object({ streaming: z.string() }) }) });
const messageSchema = z.object({ event: z.string(), payload: z.string().optional() });
const notificationSchema = z.object({ type: z.string(), status: statusSchema.nullish() });

export const followMastodon: Follow = {
  isWanted: ({ settings }) =>
    settings?.["isLive"] === true && ["hashtag", "mentions"].includes(String(settings["place"])),
  isAll: () => false,
  hear: async (place, _since, world, take) => {
    const { connect, signal, secret } = world;
    if (!connect || !signal) return;
    const server = settingOf(place, "server");
    const { body } = await askJson(world, `${server}/api/v2/instance`, instanceSchema);
    const url = streamOf(body.configuration.urls.streaming, place);
    await connect(url.href, {
      signal,
      // to the server's own house only: another host that it names gets no token
      headers: secret !== undefined && isOfHouse(url, new URL(server)) ? { authorization: `Bearer ${secret}` } : {},
      onMessage: (text) => void readMessage(place, text, world).then((heard) => heard && take(heard)),
    });
  },
};

function streamOf(written: string, place: Place): URL {
  const url = new URL(`${written.replace(/\/+$/, "")}/api/v1/streaming`);
  if (settingOf(place, "place") === "mentions") url.searchParams.set("stream", "user:notification");
  else {
    url.searchParams.set("stream", "hashtag");
    url.searchParams.set("tag", settingOf(place, "query"));
  }
  return url;
}

const isOfHouse = (stream: URL, server: URL): boolean =>
  (stream.host === server.host || stream.hostname.endsWith(`.${server.hostname}`)) &&
  (stream.protocol === "wss:" || server.protocol === "http:");

async function readMessage(
  { id }: Place,
  text: string,
  { now }: World,
): Promise<Parameters<Parameters<Follow["hear"]>[3]>[0] | undefined> {
  const message = messageSchema.safeParse(jsonIn(text)).data;
  if (!message) return undefined;
  const { event, payload = "" } = message;
  if (event === "delete") return { posts: [], gone: [postIdOf(id, payload)] };
  const status =
    event === "notification"
      ? mentionIn(jsonIn(payload))
      : event === "update" || event === "status.update"
        ? statusSchema.safeParse(jsonIn(payload)).data
        : undefined;
  if (!status || !isHeard(status)) return undefined;
  return toPosts(id, [toItem(status)], now, { isOwnUrl: true });
}

const mentionIn = (payload: unknown) => {
  const notification = notificationSchema.safeParse(payload).data;
  return notification?.type === "mention" ? (notification.status ?? undefined) : undefined;
};
