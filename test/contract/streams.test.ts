import { createGuardedFetch, createGuardedSocket, createListening } from "@palabre/server/listening";
import { createLog } from "@palabre/server/start";
import { openPostStore } from "@palabre/server/stores";
import type { AddSource } from "@palabre/shared/protocol";
import { newBoardId } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import { startBluesky } from "../helpers/hosts/bluesky.ts";
import type { Host } from "../helpers/hosts/host.ts";
import { startMastodon, type MastodonHost } from "../helpers/hosts/mastodon.ts";
import { until } from "../helpers/until.ts";

const START = Date.UTC(2024, 5, 15);

async function follow(host: Host, asked: AddSource) {
  const board = newBoardId();
  let now = START;
  const store = await openPostStore(undefined);
  const open = () =>
    createListening({
      store,
      guardedFetch: createGuardedFetch({ allow: [host.host] }),
      guardedSocket: createGuardedSocket({ allow: [host.host] }),
      vault: { seal: (secret) => secret, open: (sealed) => sealed },
      log: createLog("silent"),
      now: () => now,
      random: () => 0.5,
    });
  let listening = open();
  onTestFinished(async () => {
    await listening.close();
    await store.close();
    await host.close();
  });
  const { source } = await listening.add(board, asked);
  return {
    heard: async () => (await listening.page(board, { limit: 100 })).posts.map(({ text }) => text).toSorted(),
    source: async () => (await listening.sources(board))[0],
    timeOf: async (text: string) =>
      (await listening.page(board, { limit: 100 })).posts.find((post) => post.text === text)?.at,
    pass: (ms: number): number => (now += ms),
    look: async () => {
      now += 15 * 60_000;
      await listening.round();
    },
    remove: () => listening.remove(board, source.id),
    restart: async () => {
      await listening.close();
      listening = open();
    },
  };
}
const is = (read: () => Promise<readonly string[]>, expected: readonly string[]) =>
  until(async () => JSON.stringify(await read()) === JSON.stringify(expected), `not heard: ${expected.join(" | ")}`);

const hashtagOf = ({ url: server, token: secret }: MastodonHost): AddSource => ({
  kind: "mastodon",
  server,
  place: "hashtag",
  query: "velo",
  secret,
  isLive: true,
});

test("[L110] a hashtag of Mastodon is heard as it is written, edited and deleted, and again after the stream broke", async () => {
  const host = await startMastodon();
  host.say("un", START - 1_000);
  const { heard, look, remove } = await follow(host, hashtagOf(host));
  await until(() => host.followers() === 1, "nobody follows");
  const two = host.say("deux", START);
  host.stream("update", two);
  await is(heard, ["deux", "un"]);
  host.edit("deux", "deux bis", START + 1_000);
  host.stream("status.update", two);
  await is(heard, ["deux bis", "un"]);
  host.stream("delete", two);
  host.remove("deux bis");
  await is(heard, ["un"]);
  host.server.closeAllConnections();
  await host.drop();
  await until(() => host.followers() === 0, "still followed");
  host.say("trois", START + 2_000);
  await look();
  await is(heard, ["trois", "un"]);
  await until(() => host.followers() === 1, "nobody follows again");
  await remove();
  await until(() => host.followers() === 0, "followed after it was removed");
});

test("[L169] what a stream says has the time that it says, however long the stream has been open", async () => {
  const host = await startMastodon();
  const { heard, timeOf, pass } = await follow(host, hashtagOf(host));
  await until(() => host.followers() === 1, "nobody follows");
  const later = pass(25 * 3_600_000 + 60_000);
  host.stream("update", host.say("demain", later));
  await is(heard, ["demain"]);
  expect(await timeOf("demain")).toBe(later);
});

test("[L110] an account of Bluesky is heard over Jetstream, from where the last look ended, also after a restart", async () => {
  const host = await startBluesky();
  host.say("un", START - 1_000);
  const { heard, look, restart } = await follow(host, {
    kind: "bluesky",
    place: "account",
    query: host.account,
    server: host.url,
    stream: host.stream,
    isLive: true,
  });
  await until(() => host.followers() === 1, "nobody follows");
  const [asked] = host.followed;
  expect([asked?.get("wantedCollections"), asked?.get("wantedDids")?.startsWith("did:plc:")]).toEqual([
    "app.bsky.feed.post",
    true,
  ]);
  expect(Number(asked?.get("cursor"))).toBe((START - 60_000) * 1_000);
  const two = host.say("deux < 3", START);
  host.emit("create", two);
  await is(heard, ["deux < 3", "un"]);
  host.remove("deux < 3");
  host.emit("delete", two);
  await is(heard, ["un"]);
  await restart();
  await until(() => host.followers() === 0, "still followed");
  await look();
  await until(() => host.followers() === 1, "nobody follows again");
});

test("[L110] without an account the words of a search are heard over Jetstream alone, and a stream that is refused is told", async () => {
  const host = await startBluesky();
  const { heard, look, source } = await follow(host, {
    kind: "bluesky",
    place: "search",
    query: "atelier vélo",
    stream: host.stream,
    isLive: true,
  });
  await until(() => host.followers() === 1, "nobody follows");
  for (const text of ["Un ATELIER de velo", "un atelier", "un vélo", "vélo : atelier !"])
    host.emit("create", host.say(text, START));
  await is(heard, ["Un ATELIER de velo", "vélo : atelier !"]);
  await until(async () => (await source())?.state === "fresh", "not fresh");
  host.refuseStreams();
  await host.drop();
  await until(() => host.followers() === 0, "still followed");
  await look();
  await until(async () => (await source())?.problem === "source-status", "not told");
  expect(await source()).toMatchObject({ state: "late", details: { status: 503 }, posts: 2 });
});
