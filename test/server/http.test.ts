import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";

import { createBoardDoc, encodeDoc, readBoard } from "@palabre/shared/documents";
import { ROUTES, type RouteDescription } from "@palabre/server/app";
import { problemSchema } from "@palabre/shared/protocol";
import { describe, expect, it, onTestFinished } from "vitest";
import * as Y from "yjs";
import { addNote, updateOf } from "../helpers/cards.ts";
import { ask, connect, message, openBoard, openSynced, saved, synced } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

interface OpenApi {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly responses: Record<string, { readonly description: string; readonly content?: object }>;
        readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
      }
    >
  >;
}

describe("the API", () => {
  it("[A9] every refusal is a problem with a code; bad bodies change nothing", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session } = await board.join("facilitator", "F");
    const patch = (body: unknown) => ask(server, "PATCH", `/api/boards/${board.id}`, { session, body });
    const cases: readonly (readonly [unknown, number, string])[] = [
      ["{", 400, "not-json"],
      ["", 400, "not-json"],
      // deeper than any command, though it is JSON and short
      [`{"title":${"[".repeat(32)}${"]".repeat(32)}}`, 400, "not-json"],
      // brackets in a text are letters
      [`{"title":5,"x":"\\"${"[{".repeat(40)}"}`, 400, "bad-request"],
      ["[]", 400, "bad-request"],
      [{}, 400, "bad-request"],
      [{ title: "" }, 400, "bad-request"],
      [{ title: "x".repeat(121) }, 400, "bad-request"],
      [{ title: { toString: "x" } }, 400, "bad-request"],
      [`{"title":"${"x".repeat(300 * 1024)}"}`, 413, "body-too-large"],
    ];
    for (const [body, status, code] of cases) {
      const reply = await patch(body);
      expect([reply.status, problemSchema.parse(reply.body).code]).toEqual([status, code]);
      expect(reply.headers.get("content-type")).toBe("application/problem+json");
    }
    expect((await patch({ title: 5 })).body).toEqual({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      code: "bad-request",
      detail: 'the value at "title" is not as it must be',
      details: { path: "title", problem: "invalid_type" },
    });
    expect((await ask(server, "GET", `/api/boards/${board.id}`, { session })).body).toMatchObject({
      title: "Expectations",
    });
    for (const path of ["/api", "/api/nothing", `/api/boards/${board.id}/nothing`, "/api/boards/no-id"]) {
      expect((await ask(server, "GET", path, { session })).status, path).toBe(404);
    }
    expect((await ask(server, "PUT", `/api/boards/${board.id}`, { session })).body).toMatchObject({
      code: "unknown-route",
    });
  });

  it("[A9] what is refused is heard to its end: the reason arrives, and the connection stays as it was said to", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const head = (path: string, length: number) =>
      `POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    const half = "x".repeat(400 * 1024);
    // too long a body, and one that nobody reads since nobody says who sends it
    for (const [path, refusal] of [
      ["/api/boards", 413],
      [`/api/boards/${board.id}/csv`, 401],
    ] as const) {
      const socket = connectTcp(server.port, "127.0.0.1");
      onTestFinished(() => void socket.destroy());
      let answers = "";
      let isOver = false;
      socket.on("data", (bytes) => (answers += bytes.toString()));
      socket.on("close", () => (isOver = true));
      const statuses = () => [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
      socket.write(head(path, half.length * 2) + half);
      // what the server might answer before the rest has come, it has by now
      await ask(server, "GET", "/api/time");
      socket.write(half);
      await until(() => statuses().length === 1, "the reason");
      socket.write(`${head("/api/boards", 2)}{}`);
      await until(() => isOver || statuses().length === 2, "the next answer");
      expect([path, ...statuses()]).toEqual([path, refusal, 400]);
    }
    // beyond all measure it is not heard any more, and the answer says that the connection ends
    const socket = connectTcp(server.port, "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    let answer = "";
    socket.on("data", (bytes) => (answer += bytes.toString()));
    socket.on("error", () => {});
    socket.write(head("/api/boards", 10 ** 9));
    while (!answer.includes("\r\n\r\n")) {
      if (!socket.write(half)) await Promise.race([once(socket, "drain"), once(socket, "data")]);
    }
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*\r\nConnection: close\r\n/is);
  });

  it("[A11] its description names every mounted route, and no other", async () => {
    const server = await startServer();
    const { body } = await ask<OpenApi>(server, "GET", "/api/openapi.json");
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const template = (path: string) => path.replaceAll(/:(\w+)(\{[^}]*\})?/g, "{$1}");
    const mounted = server.routes
      .filter(({ method, path }) => method !== "ALL" && path !== "/*" && path !== "*")
      .map(({ method, path }) => `${method} ${template(path)}`);
    expect(described.sort()).toEqual([...new Set(mounted)].sort());
    const table = Object.values<RouteDescription>(ROUTES).map(({ method, path }) => `${method} ${template(path)}`);
    expect(described.sort()).toEqual(table.sort());
  });

  it("[A11] of whatever reads a query it says what becomes of a wrong one", async () => {
    const server = await startServer();
    const { body } = await ask<OpenApi>(server, "GET", "/api/openapi.json");
    const refusals = Object.values<RouteDescription>(ROUTES)
      .filter(({ query }) => query !== undefined)
      .map(({ method, path }) => {
        const described = body.paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
        return [path, described?.responses["400"]?.description];
      });
    expect(refusals).toEqual(refusals.map(([path]) => [path, expect.stringContaining("bad-request")]));
    const board = await openBoard(server);
    const { session } = await board.join("facilitator");
    for (const path of ["posts?limit=many", "posts?source=none", "voices?days=many", "changes?limit=many"])
      expect(await ask(server, "GET", `/api/boards/${board.id}/${path}`, { session })).toMatchObject({
        status: 400,
        body: { code: "bad-request" },
      });
  });

  it("[A47] its description tells what must be given from what may be, what images are, and what any board can answer", async () => {
    const server = await startServer();
    const { body } = await ask<OpenApi>(server, "GET", "/api/openapi.json");
    const board = await openBoard(server);
    const { session } = await board.join("facilitator");
    const asking = ["counts", "changes/summary", "posts", "changes", "voices", "waiting", "board.bin"];
    const mustBeGiven = (rest: string) =>
      body.paths[`/api/boards/{id}/${rest}`]?.["get"]?.parameters.some(
        ({ name, required }) => name !== "id" && required,
      );
    const statuses = await Promise.all(
      asking.map(async (rest) => (await ask(server, "GET", `/api/boards/${board.id}/${rest}`, { session })).status),
    );
    expect(asking.map((rest) => [rest, mustBeGiven(rest)])).toEqual(
      asking.map((rest, i) => [rest, statuses[i] === 400]),
    );
    expect(statuses).toContain(400);
    expect(statuses).toContain(200);
    const image = body.paths["/api/boards/{id}/files/{file}"]?.["get"]?.responses["200"]?.content ?? {};
    expect(Object.keys(image)).toEqual(["image/png", "image/jpeg", "image/gif", "image/webp"]);
    for (const [path, methods] of Object.entries(body.paths))
      for (const { responses } of Object.values(methods)) {
        expect(responses["default"]?.description).toMatch(/^internal/);
        if (path.includes("{id}")) expect([path, responses["503"]?.description]).toEqual([path, "store-failed"]);
      }
  });

  it("[R87] who reads whole boards without end is asked to wait, and nobody else", async () => {
    const server = await startServer({ now: () => 1_700_000_000_000 });
    const board = await openBoard(server);
    const [eve, ada] = [await board.join("viewer", "Eve"), await board.join("viewer", "Ada")];
    const read = async ({ session }: { readonly session: string }) =>
      (await ask(server, "GET", `/api/boards/${board.id}/board.bin`, { session })).status;
    const read60 = await Promise.all(Array.from({ length: 60 }, () => read(eve)));
    expect(new Set(read60)).toEqual(new Set([200]));
    expect([await read(eve), await read(ada)]).toEqual([429, 200]);
  });

  it("[A17] a board's bytes come gzipped, hold all that was saved, and are nobody else's", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session } = await board.join("viewer", "Grace");
    const peer = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(peer);
    for (let count = 0; count < 50; count += 1) addNote(peer.doc, `note ${count}`);
    await saved(peer, 1);
    const address = `${server.url}/api/boards/${board.id}/board.bin`;
    const headers = { authorization: `Bearer ${session}`, "accept-encoding": "gzip" };
    const reply = await fetch(address, { headers });
    expect(reply.headers.get("content-encoding")).toBe("gzip");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    const doc = createBoardDoc();
    Y.applyUpdate(doc, new Uint8Array(await reply.arrayBuffer()));
    expect(readBoard(doc)).toEqual(readBoard(peer.doc));
    const plain = await fetch(address, { headers: { ...headers, "accept-encoding": "identity" } });
    expect(new Uint8Array(await plain.arrayBuffer())).toEqual(encodeDoc(doc));
    expect((await ask(server, "GET", `/api/boards/${board.id}/board.bin`)).status).toBe(401);
  });

  it("[A20] who syncs afterwards is given the last checkpoint as it is kept, and no document is read for it", async () => {
    const dataDir = await openFolder();
    const held = holdStore();
    const server = await startServer({ dataDir, rooms: { checkpointUpdates: 1 }, wrapStore: held.wrap });
    const board = await openBoard(server);
    const { session, person } = await board.join("participant", "Ada");
    const client = await openSynced(server, board.id, "board", session);
    const doc = createBoardDoc();
    client.send(
      message(
        0,
        2,
        updateOf(doc, () => addNote(doc, "packed", person)),
      ),
    );
    await until(() => held.checkpoints.includes("board"), "the checkpoint");
    client.socket.terminate();
    const address = `${server.url}/api/boards/${board.id}/board.bin?then=sync`;
    const headers = { authorization: `Bearer ${session}`, "accept-encoding": "gzip" };
    await server.close();
    const again = await server.restart();
    const loads = held.calls.load;
    const reply = await fetch(address.replace(server.url, again.url), { headers });
    const read = createBoardDoc();
    Y.applyUpdate(read, new Uint8Array(await reply.arrayBuffer()));
    expect(readBoard(read)).toEqual(readBoard(doc));
    expect(held.calls.load).toBe(loads);
    expect((await fetch(address.replace(server.url, again.url))).status).toBe(401);
  });

  it("[R87] boards that are given as they were packed count among the 60 that one person reads in a minute", async () => {
    const server = await startServer({ now: () => 1_700_000_000_000, rooms: { checkpointUpdates: 1 } });
    const board = await openBoard(server);
    const [eve, ada] = [await board.join("participant", "Eve"), await board.join("viewer", "Ada")];
    const read = async ({ session }: { readonly session: string }) => {
      const headers = { authorization: `Bearer ${session}`, "accept-encoding": "gzip" };
      const reply = await fetch(`${server.url}/api/boards/${board.id}/board.bin?then=sync`, { headers });
      await reply.arrayBuffer();
      return reply.status;
    };
    const peer = connect(server, board.id, eve.session, "board");
    await synced(peer);
    addNote(peer.doc, "packed");
    await saved(peer, 1);
    const read60 = await Promise.all(Array.from({ length: 60 }, () => read(eve)));
    expect(new Set(read60)).toEqual(new Set([200]));
    expect([await read(eve), await read(ada)]).toEqual([429, 200]);
  });

  it("[R116] who searches the posts or compares the voices without end is asked to wait, and nobody else", async () => {
    const server = await startServer({ now: () => 1_700_000_000_000 });
    const board = await openBoard(server);
    const [eve, ada] = [await board.join("viewer", "Eve"), await board.join("viewer", "Ada")];
    const read = async (what: string, { session }: { readonly session: string }) =>
      (await ask(server, "GET", `/api/boards/${board.id}/${what}`, { session })).status;
    for (const [what, perMinute] of [
      ["posts?query=bus", 600],
      ["voices", 300],
    ] as const) {
      const asked = await Promise.all(Array.from({ length: perMinute }, () => read(what, eve)));
      expect(new Set(asked)).toEqual(new Set([200]));
      expect([await read(what, eve), await read(what, ada)]).toEqual([429, 200]);
    }
  });
});

describe("the pages", () => {
  it("[A15] the client is served below BASE_PATH, with its place written into it, and never by a script of another", async () => {
    const client = join(await openFolder(), "dist");
    await mkdir(join(client, "assets"), { recursive: true });
    await writeFile(
      join(client, "index.html"),
      "<!doctype html><html><head><title>Palabre</title></head><body></body></html>",
    );
    await writeFile(join(client, "assets", "main-abc123.js"), "export {};".repeat(100));
    const server = await startServer({ client, basePath: "/tree" });
    const root = `http://127.0.0.1:${server.port}`;
    const get = (path: string) => fetch(`${root}${path}`);
    for (const path of ["/tree/", "/tree", "/tree/b/V1StGXR8_Z5jdHi6B-myT"]) {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<head><base href="/tree/"><title>');
      expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
      expect(page.headers.get("referrer-policy")).toBe("no-referrer");
      expect(page.headers.get("x-content-type-options")).toBe("nosniff");
      expect(page.headers.get("cache-control")).toBe("no-cache");
      expect((await fetch(page.url, { headers: { "if-none-match": page.headers.get("etag") ?? "" } })).status).toBe(
        304,
      );
    }
    const script = await get("/tree/assets/main-abc123.js");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await script.text()).toBe("export {};".repeat(100));
    for (const path of [
      "/tree/assets/gone.js",
      "/tree/../../etc/passwd",
      "/tree/assets/%2e%2e/%2e%2e/key",
      "/",
      "/b/x",
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
    // who watches the process asks at the root, people below
    for (const path of ["/healthz", "/tree/healthz"]) expect((await get(path)).status).toBe(200);
    const board = await openBoard(server);
    const peer = connect(server, board.id, (await board.join("viewer")).session, "board");
    await synced(peer);
  });
});
