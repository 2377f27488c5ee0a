import { createGuardedFetch, createListening } from "@palabre/server/listening";
import { createLog } from "@palabre/server/start";
import { openPostStore } from "@palabre/server/stores";
import { AppError } from "@palabre/shared/errors";
import type { AddSource } from "@palabre/shared/protocol";
import { newBoardId } from "@palabre/shared/terms";
import { describe, expect, onTestFinished, test } from "vitest";
import { startBluesky } from "../helpers/hosts/bluesky.ts";
import { startDiscourse } from "../helpers/hosts/discourse.ts";
import { startGithub } from "../helpers/hosts/github.ts";
import type { Host } from "../helpers/hosts/host.ts";
import { startMastodon } from "../helpers/hosts/mastodon.ts";
import { startYoutube } from "../helpers/hosts/youtube.ts";

const START = Date.UTC(2024, 5, 15);

async function openScene(...hosts: Host[]) {
  return openLimited(undefined, ...hosts);
}
async function openLimited(lookLimits: { lookMs: number; pagesMs: number } | undefined, ...hosts: Host[]) {
  const board = newBoardId();
  let now = START;
  const store = await openPostStore(undefined);
  const listening = createListening({
    store,
    guardedFetch: createGuardedFetch({ allow: hosts.map(({ host }) => host) }),
    vault: { seal: (secret) => secret, open: (sealed) => sealed },
    log: createLog("silent"),
    now: () => now,
    random: () => 0.5,
    ...(lookLimits ? { lookLimits } : {}),
  });
  onTestFinished(async () => {
    await listening.close();
    await store.close();
    for (const host of hosts) await host.close();
  });
  return {
    add: (asked: AddSource) => listening.add(board, asked),
    fault: async (asked: AddSource) => {
      const error: unknown = await listening.add(board, asked).then(
        () => undefined,
        (fault: unknown) => fault,
      );
      return error instanceof AppError ? { code: error.code, details: error.details } : undefined;
    },
    look: async (ms = 15 * 60_000) => {
      now += ms;
      await listening.round();
      return (await listening.sources(board))[0];
    },
    posts: () => store.match(board, {}),
  };
}

describe("what is asked for", () => {
  const local = "http://10.0.0.1";
  test.each([
    [
      { kind: "mastodon", server: "user:pass@social.example", place: "hashtag", query: "x" },
      "bad-address",
      "credentials",
    ],
    [{ kind: "mastodon", server: "ftp://social.example", place: "hashtag", query: "x" }, "bad-address", "scheme"],
    [{ kind: "mastodon", server: "social.example", place: "hashtag" }, "bad-request", undefined],
    [{ kind: "mastodon", server: "social.example", place: "mentions" }, "source-credentials", "missing"],
    [{ kind: "mastodon", server: local, place: "hashtag", query: "x" }, "private-address", undefined],
    [{ kind: "bluesky", place: "account", query: "not a handle" }, "bad-address", "account"],
    [{ kind: "bluesky", place: "thread", query: "https://example.org/x" }, "bad-address", "post"],
    [{ kind: "bluesky", place: "search", query: "vélo" }, "source-credentials", "missing"],
    [{ kind: "bluesky", place: "search", query: "vélo", secret: "x" }, "bad-request", undefined],
    [{ kind: "bluesky", place: "account", query: "cafe.example", server: local }, "private-address", undefined],
    [{ kind: "discourse", server: "forum.example", place: "topic", query: "le soir" }, "bad-request", undefined],
    [{ kind: "discourse", server: local, place: "latest" }, "private-address", undefined],
    [{ kind: "github", repository: "cafe", place: "issues" }, "bad-address", "repository"],
    [{ kind: "github", repository: "cafe/site", place: "discussions" }, "source-credentials", "missing"],
    [{ kind: "github", repository: "cafe/site", place: "issues", server: local }, "private-address", undefined],
    [{ kind: "youtube", place: "video", query: "https://example.org/", secret: "k" }, "bad-address", "video"],
    [{ kind: "youtube", place: "channel", query: "not a channel", secret: "k" }, "bad-address", "channel"],
    [
      { kind: "youtube", place: "video", query: "dQw4w9WgXcQ", secret: "k", server: local },
      "private-address",
      undefined,
    ],
  ] as [AddSource, string, string | undefined][])("[L100] %j is refused: %s %s", async (asked, code, reason) => {
    const { fault } = await openScene();
    const found = await fault(asked);
    expect([found?.code, found?.details["reason"]]).toEqual([code, reason]);
  });

  test("[L100] one place is one source, however it is written, and comes with another secret if it is added again", async () => {
    const host = await startMastodon();
    const { add, look } = await openScene(host);
    const at = { kind: "mastodon", server: host.url, place: "hashtag" } as const;
    const first = await add({ ...at, query: "#vélo" });
    const again = await add({ ...at, server: `${host.url}/`, query: "vélo", secret: host.token });
    expect(again.source.id).toBe(first.source.id);
    expect([first.source.hasSecret, again.source.hasSecret]).toEqual([undefined, true]);
    expect(host.asked.at(-1)?.headers.authorization).toBe(`Bearer ${host.token}`);
    expect((await look())?.url).toBe(`${host.url}/tags/v%C3%A9lo`);
  });
});

describe("slow hosts", () => {
  test("[L112] a look asks for pages while it has time, and the next one goes on; one that takes too long in all is left", async () => {
    const host = await startDiscourse();
    host.say("un", START);
    const { add, look, posts } = await openLimited({ lookMs: 2_000, pagesMs: 50 }, host);
    await add({ kind: "discourse", server: host.url, place: "latest" });
    for (let index = 0; index < 120; index += 1) host.say(`post ${index}`, START + index);
    let waits = 60;
    host.delay(() => waits);
    const before = host.asked.length;
    const heard: number[] = [];
    for (let looks = 0; looks < 3; looks += 1) {
      await look();
      heard.push((await posts()).length);
    }
    expect([heard, host.asked.length - before]).toEqual([[51, 101, 121], 3]);
    waits = 3_000;
    expect(await look()).toMatchObject({
      state: "late",
      problem: "source-timeout",
      details: { seconds: 2 },
      posts: 121,
    });
  });
});

describe("Mastodon", () => {
  test("[L106] a page that is said to follow on another host is not asked for, and a token goes nowhere but home", async () => {
    const other = await startMastodon();
    const host = await startMastodon();
    const { add } = await openScene(host, other);
    for (let index = 0; index < 50; index += 1) host.say(`post ${index}`, START + index);
    host.fail((asked, response) => {
      response.setHeader("link", `<${other.url}${asked.path}?max_id=1>; rel="next"`);
      return [];
    });
    await add({ kind: "mastodon", server: host.url, place: "mentions", secret: host.token });
    expect(other.asked).toEqual([]);
  });

  test("[L101] what is not for all, or was said by somebody else, is not heard; one that can't be read costs no other", async () => {
    const host = await startMastodon();
    const { add, posts } = await openScene(host);
    const status = (id: string, more: object) => ({
      id,
      created_at: "2024-06-01T00:00:00.000Z",
      content: `<p>post ${id}</p>`,
      visibility: "public",
      account: { id: "1", acct: "ana", display_name: "" },
      ...more,
    });
    host.fail(({ query }) =>
      query.has("min_id")
        ? []
        : [
            status("1", {}),
            status("2", { visibility: "private" }),
            status("3", { visibility: "direct" }),
            status("4", { reblog: status("9", {}) }),
            { id: "5", content: null },
            status("6", { visibility: "unlisted", spoiler_text: "Le soir", language: "fr" }),
          ],
    );
    await add({ kind: "mastodon", server: host.url, place: "hashtag", query: "velo" });
    expect((await posts()).map(({ text, author, language }) => [text, author, language]).toSorted()).toEqual([
      ["Le soir\npost 6", "ana", "fr"],
      ["post 1", "ana", ""],
    ]);
  });

  test("[L117] a server of before 4.3 is asked for each post by itself", async () => {
    const host = await startMastodon();
    host.say("un", START - 30 * 60_000);
    host.say("deux", START - 20 * 60_000);
    const { add, look, posts } = await openScene(host);
    await add({ kind: "mastodon", server: host.url, place: "hashtag", query: "velo" });
    const [first] = (await posts()).filter(({ text }) => text === "un");
    const kept = { id: first?.id.split(":").at(-1), created_at: "2024-06-14T23:30:00.000Z", content: "un bis" };
    host.fail(({ path }, response) => {
      if (path.startsWith("/api/v1/timelines")) return [];
      const isOne = path === `/api/v1/statuses/${kept.id}`;
      if (!isOne) response.writeHead(404).end("{}");
      return isOne ? { ...kept, account: { id: "1", acct: "ana" } } : undefined;
    });
    await look(2 * 3_600_000);
    expect((await posts()).map(({ text }) => text)).toEqual(["un bis"]);
  });
});

describe("Bluesky", () => {
  test("[L105] one session serves many looks, and another one is opened when it has ended", async () => {
    const host = await startBluesky();
    host.say("un", START);
    const { add, look, posts } = await openScene(host);
    const { account, password } = host;
    await add({ kind: "bluesky", place: "search", query: "vélo", server: host.url, account, secret: password });
    await look();
    expect(host.sessions()).toBe(1);
    host.expire();
    host.say("deux", START + 1_000);
    expect(await look()).toMatchObject({ state: "fresh" });
    expect([host.sessions(), (await posts()).length]).toEqual([2, 2]);
    expect(host.asked.some(({ path, query }) => `${path}?${query}`.includes(password))).toBe(false);
  });
});

describe("Discourse", () => {
  test("[L173] of what a search finds, all of the text is asked for with the next look, however old it is", async () => {
    const host = await startDiscourse();
    const text = "Ouvrir le soir ".repeat(27).trim();
    host.say(text, START - 10 * 24 * 3_600_000);
    const { add, look, posts } = await openScene(host);
    await add({ kind: "discourse", server: host.url, place: "search", query: "soir" });
    const read = async () => (await posts())[0]?.text.length ?? 0;
    expect(await read()).toBeLessThan(text.length);
    await look();
    expect(await read()).toBeGreaterThanOrEqual(text.length);
    const asked = () => host.asked.filter(({ path }) => path.startsWith("/posts/")).length;
    expect(asked()).toBe(1);
    await look();
    expect(asked()).toBe(1);
  });

  test.each(["7", "/t/7", "/t/7/12", "/t/le-soir/7", "/t/le-soir/7/12?u=ana", "/t/le-soir/7.json"])(
    "[L100] a topic is known by %s",
    async (written) => {
      const host = await startDiscourse();
      host.say("un", START);
      const { add } = await openScene(host);
      const query = written.startsWith("/") ? host.url + written : written;
      const { source } = await add({ kind: "discourse", server: host.url, place: "topic", query });
      expect([source.name, source.url]).toEqual(["Le soir", `${host.url}/t/7`]);
    },
  );

  test("[L102] forums that go by windows of ids, with gaps, are read through them", async () => {
    const host = await startDiscourse();
    const { add, look, posts } = await openScene(host);
    const post = (id: number) => ({
      id,
      topic_id: 7,
      post_number: id,
      cooked: `<p>post ${id}</p>`,
      username: "ana",
      created_at: new Date(START - 1_000 + id).toISOString(),
    });
    const ids = [400, 399, 320, 200];
    host.fail(({ query }) => {
      const before = Number(query.get("before") ?? 400);
      return { latest_posts: ids.filter((id) => id <= before && id > before - 50).map(post) };
    });
    await add({ kind: "discourse", server: host.url, place: "latest" });
    await look();
    expect((await posts()).length).toBe(4);
  });
});

describe("GitHub", () => {
  test("[L102] a list that did not change is not sent again; without a token few questions suffice", async () => {
    const host = await startGithub();
    host.say("un", START - 1_000);
    const { add, look, posts } = await openScene(host);
    await add({ kind: "github", repository: "cafe/site", place: "issues", server: host.url });
    await look();
    const asked = host.asked.length;
    await look();
    expect([host.unchanged(), host.asked.length - asked]).toEqual([1, 2]);
    host.say("deux", START + 16 * 60_000);
    await look();
    expect((await posts()).map(({ kind }) => kind)).toEqual(["issue", "issue"]);
  });

  test("[L103] a limit that is used up is a pause until it is over", async () => {
    const host = await startGithub();
    host.say("un", START);
    const { add, look } = await openScene(host);
    await add({ kind: "github", repository: "cafe/site", place: "issues", server: host.url });
    const reset = String(Math.floor(Date.now() / 1_000) + 1_800);
    host.fail(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
    const source = await look();
    expect([source?.state, source?.problem]).toEqual(["late", "source-busy"]);
    expect(Number(source?.details?.["retryAfterSeconds"])).toBeGreaterThan(1_790);
  });
});

describe("YouTube", () => {
  test("[L103] a key that is wrong, one that is used up, and comments that are switched off are told apart", async () => {
    const host = await startYoutube();
    host.say("un", START);
    const { add, fault, look } = await openScene(host);
    const at = { kind: "youtube", place: "video", query: host.video, server: host.url } as const;
    expect(await fault({ ...at, secret: "wrong" })).toMatchObject({ code: "source-credentials" });
    await add({ ...at, secret: host.key });
    const refuse = (reason: string) =>
      host.fail((_, response) => {
        response.statusCode = 403;
        return { error: { code: 403, message: reason, errors: [{ domain: "youtube", reason, message: reason }] } };
      });
    refuse("quotaExceeded");
    expect(await look()).toMatchObject({
      state: "late",
      problem: "source-busy",
      details: { retryAfterSeconds: 3_600 },
    });
    refuse("commentsDisabled");
    expect(await look(2 * 3_600_000)).toMatchObject({ state: "late", problem: "source-status" });
    expect(host.asked.some(({ query }) => query.has("key"))).toBe(false);
  });

  test("[L172] an answer that comes to a comment after it was heard is heard with the second pass", async () => {
    const host = await startYoutube();
    host.say("un", START);
    const { add, look, posts } = await openScene(host);
    await add({ kind: "youtube", place: "video", query: host.video, server: host.url, secret: host.key });
    host.answer("un", "deux", START + 60_000);
    await look(61 * 60_000);
    expect((await posts()).map(({ text }) => text).toSorted()).toEqual(["deux", "un"]);
    await look(5 * 3_600_000);
    expect(await posts()).toHaveLength(2);
  });

  test("[L100] a channel is known by its handle, which is looked up once", async () => {
    const host = await startYoutube();
    host.say("un", START);
    const { add, look } = await openScene(host);
    const query = "https://www.youtube.com/@cafe/videos";
    const { source } = await add({ kind: "youtube", place: "channel", query, server: host.url, secret: host.key });
    await look();
    const paths = host.asked.map((asked) => asked.path);
    expect([source.url, paths.filter((path) => path === "/channels").length]).toEqual([
      "https://www.youtube.com/@cafe",
      1,
    ]);
    expect(host.asked.at(-1)?.query.get("allThreadsRelatedToChannelId")).toBe("UCcafe");
  });
});
