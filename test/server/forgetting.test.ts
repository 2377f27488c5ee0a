import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { applyEdits, readAnnotation } from "@palabre/shared/documents";
import type { PostPage, SourceRead } from "@palabre/shared/protocol";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { expectation } from "../helpers/annotated.ts";
import { ask, connect, makerOf, openBoard, saved, synced } from "../helpers/client.ts";
import { freePort } from "../helpers/freePort.ts";
import { openRedis } from "../helpers/redis.ts";
import { describeServers } from "../helpers/servers.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const SECRET = "a secret that a browser made, 24 letters or more";
const SAID = "We need an evening workshop, says Zebulon of the old mill lane";
const OTHER = "An evening once a week would do";
const QUICK = { pace: { first: 50, again: 50 } };

/** A board that listens to a webhook, with an expectation that quotes its posts, and what its files hold. */
async function openQuoting() {
  const dataDir = await openFolder();
  const server = await startServer({ dataDir, forgetting: QUICK, rooms: { sweepMs: 20, unloadAfterMs: 40 } });
  const opened = await openBoard(server);
  const { session } = await opened.join("facilitator");
  const path = `/api/boards/${opened.id}`;
  const added = await ask<SourceRead>(server, "POST", `${path}/sources`, {
    session,
    body: { kind: "webhook", name: "Caisse", secret: SECRET },
  });
  const deliver = async (content: unknown) => {
    const body = JSON.stringify(content);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex");
    const headers = { "x-palabre-timestamp": timestamp, "x-palabre-signature": `sha256=${signature}` };
    const hook = `${server.url}${path}/sources/${added.body.source.id}/hook`;
    expect((await fetch(hook, { method: "POST", headers, body })).status).toBe(200);
  };
  const post = (id: string, text: string) => ({ id, text, createdAt: Date.now() - 60_000 });
  const [board, workshop] = [
    connect(server, opened.id, session, "board"),
    connect(server, opened.id, session, "workshop"),
  ];
  await Promise.all([synced(board), synced(workshop)]);
  const card = expectation("evening", undefined, makerOf(board.doc));
  applyEdits(board.doc, [card]);
  await saved(board, 1);
  const quotes = () => readAnnotation(workshop.doc, card.id)?.quotes.map(({ text }) => text) ?? [];
  await deliver([post("1", SAID), post("2", OTHER)]);
  await until(() => quotes().length === 2, "both quotes");
  /** The files of a store that hold a text. */
  const filesWith = async (text: string, store: "boards" | "posts") => {
    const files = ["", "-wal"].map((end) => join(dataDir, `${store}.db${end}`));
    const bytes = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
    return files.filter((_, index) => bytes[index]?.includes(text));
  };
  const posts = async () =>
    (await ask<PostPage>(server, "GET", `${path}/posts?limit=9`, { session })).body.posts.map(({ text }) => text);
  return {
    dataDir,
    server,
    path,
    session,
    source: added.body.source.id,
    board,
    workshop,
    quotes,
    deliver,
    filesWith,
    posts,
  };
}

describe("a post that is gone", () => {
  it("[S77] is on no disk a little later, word for word, and who is there notices nothing but its quote that goes", async () => {
    const { workshop, quotes, deliver, filesWith, posts, server } = await openQuoting();
    expect((await filesWith(SAID, "boards")).length).toBeGreaterThan(0);
    let closed = 0;
    workshop.provider.on("connection-close", () => (closed += 1));
    await deliver({ id: "1", deleted: true });
    await until(() => quotes().join() === OTHER, "the quote that is left");
    await until(async () => (await filesWith(SAID, "boards")).length === 0, "a file of boards without it");
    await until(async () => (await filesWith(SAID, "posts")).length === 0, "a file of posts without it");
    expect((await filesWith(OTHER, "boards")).length).toBeGreaterThan(0);
    // the same document goes on, for who has it open and after the next start
    await deliver({ id: "3", text: "One more evening", createdAt: Date.now() - 1_000 });
    await until(() => quotes().includes("One more evening"), "the next quote");
    expect(closed).toBe(0);
    await server.close();
    expect(await filesWith(SAID, "boards")).toEqual([]);
    await server.restart();
    expect(await posts().catch(() => [])).not.toContain(SAID);
  });

  it("[S77] is tried again where somebody reads the file of posts meanwhile, and gone once they have read", async () => {
    const { source, path, session, server, filesWith, dataDir } = await openQuoting();
    const reader = new DatabaseSync(join(dataDir, "posts.db"));
    onTestFinished(() => reader.close());
    reader.exec("BEGIN; SELECT COUNT(*) FROM posts");
    await ask(server, "DELETE", `${path}/sources/${source}`, { session });
    const failed = () => server.lines.some((line) => line.includes("somebody reads posts.db"));
    await until(failed, "a try that comes to nothing", 20_000);
    expect((await filesWith(SAID, "posts")).length).toBeGreaterThan(0);
    reader.exec("COMMIT");
    await until(async () => (await filesWith(SAID, "posts")).length === 0, "a file of posts without it", 20_000);
  }, 60_000);

  it("[S77] goes from a board that nobody has open too, with its source, and after a restart", async () => {
    const { server, board, workshop, path, session, source, filesWith } = await openQuoting();
    board.provider.destroy();
    workshop.provider.destroy();
    const logged = () => server.lines.some((line) => line.includes("checkpoint made"));
    await until(logged, "what it left");
    await ask(server, "DELETE", `${path}/sources/${source}`, { session });
    await server.close();
    const again = await server.restart();
    await until(async () => (await filesWith(SAID, "boards")).length === 0, "a file of boards without it");
    await until(async () => (await filesWith(OTHER, "posts")).length === 0, "a file of posts without it");
    expect(again.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

describeServers("two servers that share a board on which something waits to be forgotten", (postgres) => {
  it("[S82] when the one that keeps it leaves, the other does it", async () => {
    const [databaseUrl, { url: redisUrl }] = [await postgres.fresh(), await openRedis()];
    const start = async (first: number) =>
      startServer({
        databaseUrl,
        redisUrl,
        port: await freePort(),
        rooms: { unloadAfterMs: 40 },
        forgetting: { pace: { first, again: 50 } },
      });
    // so late that it leaves before
    const one = await start(3_600_000);
    const { id, join: come } = await openBoard(one);
    const { session } = await come("facilitator");
    const path = `/api/boards/${id}/sources`;
    const body = { kind: "webhook", name: "Caisse", secret: SECRET };
    const added = await ask<SourceRead>(one, "POST", path, { session, body });
    const two = await start(50);
    expect((await ask(one, "DELETE", `${path}/${added.body.source.id}`, { session })).status).toBe(204);
    const waiting = async () =>
      (await postgres.sql(databaseUrl, "SELECT board FROM posts.boardFacts WHERE name = 'forget'")).length;
    await until(async () => (await waiting()) === 1, "what is to be forgotten");
    await one.close();
    await until(async () => (await waiting()) === 0, "that the other has done it", 30_000);
    expect(two.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  }, 60_000);
});
