import { createMatcher } from "@palabre/shared/listening";
import type { PostPage, Problem, SourceRead } from "@palabre/shared/protocol";
import type { Source } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { ask, openBoard, type OpenedBoard, type Reply } from "../helpers/client.ts";
import { startFeedServer, type FeedServer } from "../helpers/feedServer.ts";
import { listeningData, makeRealCsv } from "../helpers/realPosts.ts";
import { until } from "../helpers/until.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";

const AT = Date.UTC(2024, 2, 5, 10);
const GOOD_CSV = "date,text\n2024-03-05,Le soir\n2024-03-06,Le matin\n";

interface Scene {
  readonly server: TestServer;
  readonly board: OpenedBoard;
  readonly feed: FeedServer;
  /** a request of the facilitator */
  send<T = Problem>(method: string, path: string, body?: unknown): Promise<Reply<T>>;
  sources(): Promise<readonly Source[]>;
  /** the texts of the posts that hold the query */
  heard(query?: string): Promise<readonly string[]>;
  upload(form: FormData | string, contentType?: string): Promise<Reply<SourceRead & Problem>>;
}

async function openScene(options: Parameters<typeof startServer>[0] = {}): Promise<Scene> {
  const feed = await startFeedServer("Le café");
  onTestFinished(() => feed.close());
  const server = await startServer({ fetchAllow: [feed.host], ...options });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const path = `/api/boards/${board.id}`;
  const send = <T>(method: string, rest: string, body?: unknown) =>
    ask<T>(server, method, path + rest, { session, ...(body === undefined ? {} : { body }) });
  return {
    server,
    board,
    feed,
    send,
    sources: async () => (await send<{ sources: Source[] }>("GET", "/sources")).body.sources,
    heard: async (query = "") => {
      const { body } = await send<PostPage>("GET", `/posts?${new URLSearchParams({ query, limit: "200" })}`);
      return body.posts.map(({ text }) => text);
    },
    upload: async (form, contentType) => {
      const response = await fetch(`${server.url}${path}/sources`, {
        method: "POST",
        headers: { authorization: `Bearer ${session}`, ...(contentType ? { "content-type": contentType } : {}) },
        body: form,
      });
      return {
        status: response.status,
        body: (await response.json()) as SourceRead & Problem,
        headers: response.headers,
      };
    },
  };
}

const formOf = (file: BlobPart, fields: Record<string, string> = {}, fileName = "avis.csv"): FormData => {
  const form = new FormData();
  form.append("kind", "csv");
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([file], { type: "text/csv" }), fileName);
  return form;
};

describe("sources over HTTP", () => {
  it("[L28] only facilitators see and change sources; everybody on the board reads posts", async () => {
    const { server, board, send, upload } = await openScene();
    const { body: added } = await upload(formOf(GOOD_CSV));
    const path = `/api/boards/${board.id}`;
    const requests: [string, string, unknown?][] = [
      ["GET", "/sources"],
      ["POST", "/sources", { kind: "feed", url: "http://10.0.0.1/" }],
      ["PATCH", `/sources/${added.source.id}`, { name: "x" }],
      ["POST", `/sources/${added.source.id}/refresh`],
      ["DELETE", `/sources/${added.source.id}`],
    ];
    for (const role of ["participant", "viewer"] as const) {
      const { session } = await board.join(role);
      for (const [method, rest, body] of requests) {
        const reply = await ask<Problem>(server, method, path + rest, {
          session,
          ...(body === undefined ? {} : { body }),
        });
        expect([method, reply.status, reply.body.code]).toEqual([method, 403, "forbidden"]);
      }
      const page = await ask<PostPage>(server, "GET", `${path}/posts`, { session });
      expect(page.body.posts.map(({ text, sourceName }) => [text, sourceName])).toEqual([
        ["Le matin", "avis"],
        ["Le soir", "avis"],
      ]);
    }
    for (const [method, rest, body] of [...requests, ["GET", "/posts"] as [string, string]]) {
      const reply = await ask<Problem>(server, method, path + rest, body === undefined ? {} : { body });
      expect([method, reply.status, reply.body.code]).toEqual([method, 401, "no-session"]);
    }
    const other = await openBoard(server);
    const { session } = await other.join("facilitator");
    expect(
      (await ask<Problem>(server, "DELETE", `/api/boards/${other.id}/sources/${added.source.id}`, { session })).body
        .code,
    ).toBe("unknown-source");
    expect((await send("GET", "/posts")).status).toBe(200);
  });

  it("[L28] a feed is added, looked at again, changed and removed", async () => {
    const { feed, send, sources, heard } = await openScene();
    feed.addItem({ title: "Un", text: "<p>Ouvrir le soir</p>", at: AT, link: "https://cafe.org/1?utm_source=x" });
    const added = await send<SourceRead>("POST", "/sources", { kind: "feed", url: feed.url, intervalMinutes: 5 });
    expect([added.status, added.body.added, added.body.source]).toMatchObject([
      201,
      1,
      { kind: "feed", name: "Le café", state: "fresh", posts: 1, intervalMinutes: 5 },
    ]);
    const path = `/sources/${added.body.source.id}`;
    expect((await send<SourceRead>("POST", `${path}/refresh`)).body).toMatchObject({
      added: 0,
      source: { state: "fresh" },
    });
    expect(feed.counts).toEqual({ asked: 2, unchanged: 1 });
    feed.addItem({ title: "Deux", text: "Ouvrir le samedi", at: AT + 1_000 });
    expect((await send<SourceRead>("POST", `${path}/refresh`)).body).toMatchObject({ added: 1, known: 1 });
    expect(await heard()).toEqual(["Deux\nOuvrir le samedi", "Un\nOuvrir le soir"]);
    expect(await heard("samedi*")).toEqual(["Deux\nOuvrir le samedi"]);
    expect((await send<Source>("PATCH", path, { name: "Blog", intervalMinutes: 60 })).body).toMatchObject({
      name: "Blog",
      intervalMinutes: 60,
    });
    for (const wrong of [{ intervalMinutes: 0 }, { intervalMinutes: 1.5 }, { name: "" }, { name: "x".repeat(201) }]) {
      expect((await send("PATCH", path, wrong)).body.code).toBe("bad-request");
    }
    expect((await sources()).map(({ name }) => name)).toEqual(["Blog"]);
    expect((await send("DELETE", path)).status).toBe(204);
    expect([await sources(), await heard()]).toEqual([[], []]);
    for (const [method, rest] of [
      ["DELETE", path],
      ["PATCH", path],
      ["POST", `${path}/refresh`],
      ["DELETE", "/sources/no-id"],
    ] as const) {
      const reply = await send(method, rest, method === "PATCH" ? {} : undefined);
      expect([reply.status, reply.body.code]).toEqual([404, "unknown-source"]);
    }
  });

  it("[L25] an address that can't be listened to is told by its code, and nothing is added", async () => {
    const { feed, send, sources } = await openScene();
    const cases: [unknown, number, string, unknown?][] = [
      [{ kind: "feed", url: `http://${feed.host}/nowhere` }, 422, "source-status", { status: 404 }],
      [{ kind: "feed", url: feed.serve("/html", (_, response) => response.end("<html></html>")) }, 422, "not-a-feed"],
      [
        { kind: "feed", url: feed.serve("/huge", (_, response) => response.end(Buffer.alloc(3 * 1024 * 1024))) },
        422,
        "source-too-large",
        { mebibytes: 2 },
      ],
      [
        {
          kind: "feed",
          url: feed.serve("/in", (_, response) =>
            response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
          ),
        },
        422,
        "private-address",
      ],
      [
        {
          kind: "feed",
          url: feed.serve("/loop", (_, response) => response.writeHead(302, { location: "/loop" }).end()),
        },
        422,
        "source-redirects",
        { redirects: 3 },
      ],
      [{ kind: "feed", url: "http://10.0.0.1/feed" }, 422, "private-address"],
      [{ kind: "feed", url: "http://localhost:22/" }, 422, "bad-address", { reason: "port" }],
      [{ kind: "feed", url: "cafe" }, 422, "bad-address", { reason: "syntax" }],
      [{ kind: "feed" }, 400, "bad-request"],
      [{ kind: "pigeon", url: feed.url }, 400, "bad-request"],
      ["{", 400, "not-json"],
    ];
    for (const [body, status, code, details] of cases) {
      const reply = await send("POST", "/sources", body);
      expect([code, reply.status, reply.body.code]).toEqual([code, status, code]);
      if (details !== undefined) expect(reply.body.details).toEqual(details);
    }
    expect(await sources()).toEqual([]);
  });
});

describe("files over HTTP", () => {
  it("[L28] a file's posts are taken over, whatever the order of the fields", async () => {
    const { heard, sources, upload } = await openScene();
    expect(await upload(formOf(GOOD_CSV))).toMatchObject({
      status: 201,
      body: { added: 2, known: 0, skipped: 0, source: { kind: "csv", name: "avis", state: "fresh", posts: 2 } },
    });
    expect((await upload(formOf(GOOD_CSV, { name: "  Enquête  " }))).body.source.name).toBe("Enquête");
    const late = new FormData();
    late.append("file", new Blob([GOOD_CSV]), "C:\\x\\a.csv");
    late.append("name", "Après coup");
    late.append("other", "ignored");
    expect((await upload(late)).body.source.name).toBe("Après coup");
    expect((await sources()).map(({ name }) => name)).toEqual(["avis", "Enquête", "Après coup"]);
    expect(await heard("matin")).toEqual(["Le matin", "Le matin", "Le matin"]);
  });

  it("[L20] a file that is no CSV gets its reason, however large, and leaves nothing", async () => {
    const { heard, sources, upload } = await openScene();
    const cases: [BlobPart, number, string][] = [
      ["<html>", 422, "not-a-csv"],
      [new Uint8Array(20 * 1024 * 1024), 422, "not-a-csv"],
      ["a,b\n1,2\n", 422, "csv-columns"],
      ["date,text\n", 422, "csv-empty"],
      ["", 422, "csv-empty"],
      [`date,text\n${`2024-03-05,${"x".repeat(10_000)}\n`.repeat(5_300)}`, 413, "body-too-large"],
    ];
    for (const [file, status, code] of cases) {
      const reply = await upload(formOf(file));
      expect([code, reply.status, reply.body.code]).toEqual([code, status, code]);
    }
    expect([await sources(), await heard()]).toEqual([[], []]);
  });

  it("[L20] a broken form gets a clear refusal and leaves nothing", async () => {
    const { heard, sources, upload } = await openScene();
    const type = "multipart/form-data; boundary=b";
    const part = (disposition: string, content: string): string =>
      `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
    const whole = `${part('name="file"; filename="a.csv"', GOOD_CSV)}--b--\r\n`;
    const cases: [string, string][] = [
      ["", type],
      ["no form", type],
      [whole, "multipart/form-data"],
      [whole.slice(0, 80), type],
      [whole.replace("\r\n--b--", ""), type],
      [`${part('name="kind"', "csv")}--b--`, type],
      [`${part('name="kind"', "feed")}${whole}`, type],
      [`${part('name="name"', "x".repeat(300))}${whole}`, type],
      [`${part('name="kind"', "x".repeat(10_000))}${whole}`, type],
      [`${part('filename="a.csv"', GOOD_CSV)}--b--`, type],
      [part('name="x"', "y").repeat(30) + whole, type],
      [`--b\r\n${"x".repeat(20_000)}`, type],
    ];
    for (const [body, contentType] of cases) {
      const reply = await upload(body, contentType);
      expect([body.slice(0, 60), reply.status, reply.body.code]).toEqual([body.slice(0, 60), 400, "bad-request"]);
    }
    expect([await sources(), await heard()]).toEqual([[], []]);
    expect((await upload(`preamble\r\n${whole}epilogue`, type)).status).toBe(201);
  });

  it("[L29] sources and posts survive a restart", async () => {
    const folder = await openFolder();
    const { server, board, feed, send, sources, upload } = await openScene({ dataDir: folder });
    feed.addItem({ title: "Un", text: "Le soir", at: AT });
    await send("POST", "/sources", { kind: "feed", url: feed.url });
    await upload(formOf(GOOD_CSV));
    const isIn = (all: readonly Source[]) => all.every(({ progress }) => progress === undefined);
    const before = {
      sources: await until(async () => ((all) => (isIn(all) ? all : undefined))(await sources()), "read"),
    };
    const { session } = await board.join("facilitator");
    await server.close();
    const again = await server.restart();
    const path = `/api/boards/${board.id}`;
    expect((await ask(again, "GET", `${path}/sources`, { session })).body).toEqual(before);
    const page = await ask<PostPage>(again, "GET", `${path}/posts?query=soir`, { session });
    expect(page.body.posts.map(({ text }) => text)).toEqual(["Un\nLe soir", "Le soir"]);
  });
});

describe("real posts", () => {
  const folder = listeningData();
  it.skipIf(folder === undefined)(
    "[L3, L17] two thousand real posts are heard, found and quoted word for word (needs LISTENING_DATA)",
    async () => {
      const { heard, send, upload } = await openScene({ dataDir: await openFolder() });
      const { csv, texts } = await makeRealCsv(folder ?? "", "expect-reviews-fr.jsonl", { rows: 2_000, until: AT });
      const startedAt = performance.now();
      const { status, body } = await upload(formOf(csv, {}, "avis réels.csv"));
      expect(performance.now() - startedAt).toBeLessThan(15_000);
      expect([status, body.added + body.known, body.skipped]).toEqual([201, texts.length, 0]);
      expect(body.added).toBeGreaterThan(texts.length * 0.95);
      for (const query of ["synchronisation*, connect*", "mise à jour", "batterie"]) {
        const matcher = createMatcher(query);
        const matching = texts.filter((text) => matcher.matches(text));
        const { total } = (await send<PostPage>("GET", `/posts?${new URLSearchParams({ query, limit: "1" })}`)).body;
        expect(total).toBeGreaterThan(0);
        expect(total).toBeLessThanOrEqual(matching.length);
        for (const text of await heard(query)) {
          const range = matcher.quote(text);
          expect(range && matcher.matches(text.slice(range.start, range.end))).toBe(true);
        }
      }
    },
  );
});
