import { createHmac } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CountHistory, Delivered, PostPage, Problem, SourceRead } from "@palabre/shared/protocol";
import type { Source } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { ask, openBoard } from "../helpers/client.ts";
import { startMastodon } from "../helpers/hosts/mastodon.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";

const SECRET = "a secret that a browser made, 24 letters or more";
const LIMITS = { boardsPerMinute: 1_000, sessionsPerMinute: 1_000, failuresPerMinute: 1_000, codesPerMinute: 1_000 };
const NOW = Date.UTC(2024, 5, 15, 12);

async function openScene(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options);
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const path = `/api/boards/${board.id}`;
  const send = <T = Problem>(method: string, rest: string, body?: unknown) =>
    ask<T>(server, method, path + rest, { session, ...(body === undefined ? {} : { body }) });
  const heard = async () => (await send<PostPage>("GET", "/posts?limit=100")).body.posts;
  return { server, board, session, path, send, heard };
}

async function openHook() {
  let time = NOW;
  const scene = await openScene({ now: () => time, limits: { ...LIMITS, failuresPerMinute: 20 } });
  const { server, path, send } = scene;
  const added = await send<SourceRead>("POST", "/sources", { kind: "webhook", name: "Caisse", secret: SECRET });
  const hook = `${server.url}${path}/sources/${added.body.source.id}/hook`;
  /** @param change what differs from a delivery as it must be */
  const deliver = async (
    content: unknown,
    change: { secret?: string; at?: number; signature?: string | null; signed?: string; address?: string } = {},
  ) => {
    const body = typeof content === "string" ? content : JSON.stringify(content);
    const timestamp = String(Math.floor((change.at ?? time) / 1_000));
    const hmac = createHmac("sha256", change.secret ?? SECRET).update(`${timestamp}.${change.signed ?? body}`);
    const signature = change.signature === undefined ? `sha256=${hmac.digest("hex")}` : change.signature;
    const response = await fetch(change.address ?? hook, {
      method: "POST",
      headers: {
        "x-palabre-timestamp": timestamp,
        ...(signature === null ? {} : { "x-palabre-signature": signature }),
      },
      body,
    });
    return { status: response.status, body: (await response.json()) as Delivered & Problem };
  };
  return { ...scene, added, deliver, pass: (ms: number) => void (time += ms) };
}
const post = (id: string, text: string, more: object = {}) => ({ id, text, createdAt: NOW - 60_000, ...more });

describe("a webhook over HTTP", () => {
  it("[L108] takes one post, a list, or an envelope, in the form of the guide, and says what came of it", async () => {
    const { deliver, heard, added, send } = await openHook();
    expect([added.status, added.body.source]).toMatchObject([
      201,
      { kind: "webhook", state: "waiting", hasSecret: true },
    ]);
    const whole = {
      id: "caisse:1",
      source: "caisse",
      kind: "review",
      author: { id: "7", handle: "ana", name: "Ana", followers: null },
      text: "<p>Ouvrir <b>le soir</b></p><script>alert(1)</script>",
      lang: "fr",
      langFrom: "source",
      createdAt: NOW - 60_000,
      editedAt: null,
      url: "https://cafe.org/1?utm_source=x",
      replyTo: null,
      root: null,
      stars: 4,
      engagement: { react: 3, comment: 1, share: 0, contribute: 1, views: null },
      at: NOW,
    };
    expect(await deliver(whole)).toEqual({ status: 200, body: { added: 1, known: 0, skipped: 0 } });
    expect((await deliver([post("2", "Le matin"), post("3", " "), post("2", "Le matin")])).body).toEqual({
      added: 1,
      known: 1,
      skipped: 1,
    });
    expect((await deliver({ posts: [post("4", "Le midi")] })).body.added).toBe(1);
    const posts = await heard();
    expect(posts.map(({ text }) => text).toSorted()).toEqual(["Le matin", "Le midi", "Ouvrir le soir"]);
    const first = posts.find(({ text }) => text === "Ouvrir le soir");
    expect(first).toMatchObject({
      url: "https://cafe.org/1",
      engagement: { react: 3, comment: 1, share: 0, contribute: 1 },
    });
    const [source] = (await send<{ sources: Source[] }>("GET", "/sources")).body.sources;
    expect(source).toMatchObject({ state: "fresh", posts: 3, readAt: NOW });
    const counts = await send<CountHistory>("GET", `/counts?post=${encodeURIComponent(first?.id ?? "")}`);
    expect(counts.body).toEqual({ counts: [{ at: NOW - 60_000, react: 3, comment: 1, share: 0, contribute: 1 }] });
  });

  it("[L108] the same delivery twice adds nothing; a later edit changes a post, a deletion takes it away", async () => {
    const { deliver, heard } = await openHook();
    await deliver([post("1", "un", { editedAt: NOW }), post("2", "deux")]);
    expect((await deliver([post("1", "un", { editedAt: NOW }), post("2", "deux")])).body).toMatchObject({
      added: 0,
      known: 2,
    });
    await deliver(post("1", "un bis", { editedAt: NOW + 1_000 }));
    await deliver(post("1", "un, d'avant", { editedAt: NOW - 1_000 }));
    await deliver(post("2", "deux, sans date d'édition"));
    expect((await heard()).map(({ text }) => text).toSorted()).toEqual(["deux", "un bis"]);
    await deliver({ id: "2", deleted: true });
    expect((await heard()).map(({ text }) => text)).toEqual(["un bis"]);
  });

  it("[L108] what is not signed with its secret, of its body, within five minutes, is refused and keeps nothing", async () => {
    const { deliver, heard, pass, path, server } = await openHook();
    const one = post("1", "un");
    const wrong: Parameters<typeof deliver>[1][] = [
      { secret: `${SECRET}x` },
      { signed: JSON.stringify(post("1", "une autre")) },
      { at: NOW - 301_000 },
      { at: NOW + 301_000 },
      { signature: null },
      { signature: "" },
      { signature: "sha256=" },
      { signature: `sha256=${"0".repeat(64)}` },
      { signature: `sha1=${"0".repeat(40)}` },
    ];
    for (const change of wrong) {
      const { status, body } = await deliver(one, change);
      expect([status, body.code]).toEqual([403, "bad-signature"]);
      expect(JSON.stringify(body)).not.toContain(SECRET);
    }
    expect(await heard()).toEqual([]);
    expect((await deliver(one, { at: NOW - 299_000 })).status).toBe(200);
    pass(60_000);
    for (const address of [
      `${server.url}${path}/sources/nobody/hook`,
      `${server.url}/api/boards/none/sources/x/hook`,
    ]) {
      expect((await deliver(one, { address })).status).toBe(404);
    }
    const statuses: number[] = [];
    for (let count = 0; count < 25; count += 1) statuses.push((await deliver(one, { secret: "guess" })).status);
    expect([statuses.filter((status) => status === 403).length, statuses.at(-1)]).toEqual([20, 429]);
    expect((await deliver(one)).status).toBe(200);
  });

  it("[L108] what is no delivery is named, and what is too much is refused", async () => {
    const { deliver, heard, pass } = await openHook();
    const cases: [unknown, number, string][] = [
      ["", 400, "not-json"],
      ["{", 400, "not-json"],
      ["[".repeat(100) + "]".repeat(100), 400, "not-json"],
      [{}, 400, "bad-request"],
      [[], 400, "bad-request"],
      [{ id: "1" }, 400, "bad-request"],
      [{ id: 1, text: "x" }, 400, "bad-request"],
      [[post("1", "un"), { id: "2", text: 3 }], 400, "bad-request"],
      [post("1", "x".repeat(1024 * 1024)), 413, "body-too-large"],
    ];
    for (const [content, status, code] of cases) {
      const reply = await deliver(content);
      expect([code, reply.status, reply.body.code]).toEqual([code, status, code]);
    }
    expect(await heard()).toEqual([]);
    pass(60_000);
    const statuses: number[] = [];
    for (let count = 0; count < 62; count += 1) statuses.push((await deliver(post(String(count), "x"))).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([60, 429]);
    pass(60_000);
    expect((await deliver(post("late", "x"))).status).toBe(200);
  });
});

describe("secrets of sources", () => {
  it("[L105] stand in no reply, no log and no file, and serve again after a restart", async () => {
    const host = await startMastodon();
    onTestFinished(() => host.close());
    host.say("Le soir", NOW);
    const folder = await openFolder();
    const { server, send, path, session } = await openScene({
      dataDir: folder,
      fetchAllow: [host.host],
    });
    const asked = { kind: "mastodon", server: host.url, place: "mentions", secret: host.token };
    const added = await send<SourceRead>("POST", "/sources", asked);
    expect(added.body).toMatchObject({
      added: 1,
      source: { hasSecret: true, settings: { place: "mentions", server: host.url } },
    });
    const refused = await send("POST", "/sources", {
      ...asked,
      place: "search",
      query: "x",
      secret: `${host.token}-wrong`,
    });
    expect([refused.status, refused.body.code]).toEqual([422, "source-credentials"]);
    const listed = await send<{ sources: Source[] }>("GET", "/sources");
    const described = await ask(server, "GET", "/api/openapi.json", {});
    expect(JSON.stringify([added.body, refused.body, listed.body, server.lines, described.body])).not.toContain(
      host.token,
    );
    await server.close();
    for (const name of await readdir(folder)) {
      expect((await readFile(join(folder, name))).includes(Buffer.from(host.token))).toBe(false);
    }
    const again = await server.restart();
    host.say("Le matin", NOW + 1_000);
    const { id } = added.body.source;
    const read = await ask<SourceRead>(again, "POST", `${path}/sources/${id}/refresh`, { session });
    expect(read.body).toMatchObject({ added: 1, source: { state: "fresh" } });
    const without = await ask<Source>(again, "PATCH", `${path}/sources/${id}`, { session, body: { secret: null } });
    expect(without.body.hasSecret).toBeUndefined();
    const asks = await ask<Problem>(again, "POST", `${path}/sources/${id}/refresh`, { session });
    expect(asks.body.code).toBe("source-credentials");
  });
});
