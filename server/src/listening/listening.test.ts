import { AppError } from "@palabre/shared/errors";
import { LIMITS, newBoardId, newSourceId, type Post, type Source } from "@palabre/shared/terms";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../log.ts";
import { openPostStore, type PostStore } from "../stores/index.ts";
import { createListening } from "./createListening.ts";
import { createGuardedFetch } from "./guardedFetch.ts";
import type { NewsListener } from "./listening.ts";
import { LOOKS_AT_ONCE } from "./schedule.ts";
import { afterFailure, LONGEST_PAUSE_MS } from "./sourceState.ts";

const BOARD = newBoardId();
const MINUTE = 60_000;
const START = Date.UTC(2024, 5, 15);

const rss = (...titles: string[]): string =>
  `<rss version="2.0"><channel><title>Café</title>${titles
    .map(
      (title) =>
        `<item><title>${title}</title><guid>${title}</guid><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let now = START;
let store: PostStore;
let listening: ReturnType<typeof createListening>;
let news: [string, readonly Post[] | undefined][];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let requests: string[];
let host = "";
const server = createServer((request, response) => {
  requests.push(request.url ?? "");
  answer(request, response);
});
const serveText = (text: string): void => {
  answer = (_, response) => response.end(text);
};
const start = (): void => {
  listening = createListening({
    store,
    guardedFetch: createGuardedFetch({ allow: [host] }),
    log: createLog("silent"),
    now: () => now,
    random: () => 0.5,
  });
  listening.onNews((board, { posts }) => news.push([board, posts]));
};
beforeEach(async () => {
  [now, news, requests] = [START, [], []];
  store = await openPostStore(undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  start();
});
afterEach(async () => {
  await listening.close();
  await store.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const addFeed = (path = "/", intervalMinutes = 10): Promise<Source> =>
  listening.add(BOARD, { kind: "feed", url: `http://${host}${path}`, intervalMinutes }).then(({ source }) => source);
const only = async (): Promise<Source> => {
  const [source] = await listening.sources(BOARD);
  if (!source) throw new Error("expected a source");
  return source;
};
async function faultOf(promise: Promise<unknown>): Promise<string> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof AppError)) throw new Error("expected an AppError", { cause: fault });
  return fault.code;
}
const heard = async (query = ""): Promise<string[]> =>
  (await listening.page(BOARD, { query, limit: 100 })).posts.map(({ text }) => text);

describe("a feed", () => {
  test("[L23] is read at once, and again each time its interval is over", async () => {
    serveText(rss("un", "deux"));
    const read = await listening.add(BOARD, { kind: "feed", url: `http://${host}/`, intervalMinutes: 10 });
    expect(read).toEqual({
      source: {
        id: read.source.id,
        kind: "feed",
        name: "Café",
        url: `http://${host}/`,
        intervalMinutes: 10,
        state: "fresh",
        addedAt: START,
        readAt: START,
        nextAt: START + 10 * MINUTE,
        posts: 2,
      },
      added: 2,
      known: 0,
      skipped: 0,
    });
    serveText(rss("trois", "un", "deux"));
    now += 9 * MINUTE;
    await listening.round();
    expect(await only()).toMatchObject({ posts: 2, readAt: START });
    now += MINUTE;
    await listening.round();
    expect(await only()).toMatchObject({ posts: 3, readAt: now, nextAt: now + 10 * MINUTE, state: "fresh" });
    expect(news.map(([board, posts]) => [board, posts?.map(({ text }) => text)])).toEqual([
      [BOARD, ["un", "deux"]],
      [BOARD, ["trois"]],
    ]);
  });

  test("[L12] unchanged is fresh, and asked for by what its host gave", async () => {
    answer = (request, response) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(rss("un"));
    };
    await addFeed();
    now += 10 * MINUTE;
    await listening.round();
    now += 10 * MINUTE;
    await listening.round();
    expect(await only()).toMatchObject({ state: "fresh", posts: 1, readAt: now });
    expect(requests).toHaveLength(3);
  });

  test("[L13] that asks for a pause gets it, up to a day", async () => {
    answer = (_, response) => response.writeHead(200, { "retry-after": "7200" }).end(rss("un"));
    expect((await addFeed("/a")).nextAt).toBe(START + 120 * MINUTE);
    answer = (_, response) => response.writeHead(200, { "retry-after": "9999999" }).end(rss("un"));
    expect((await addFeed("/b")).nextAt).toBe(START + LONGEST_PAUSE_MS);
  });

  test("[L23] without anything to read is empty", async () => {
    serveText(rss());
    expect(await addFeed()).toMatchObject({ state: "empty", posts: 0, name: "Café" });
  });

  test("[L25] that can't be read is refused, and nothing is added", async () => {
    const cases: [string, (response: ServerResponse) => void, string][] = [
      ["/404", (response) => response.writeHead(404).end("nothing"), "source-status"],
      ["/html", (response) => response.end("<!doctype html><html></html>"), "not-a-feed"],
      ["/huge", (response) => response.writeHead(200, { "content-length": 1e10 }).write("x"), "source-too-large"],
      ["/far", (response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(), "private-address"],
      ["/round", (response) => response.writeHead(302, { location: "/round" }).end(), "source-redirects"],
    ];
    for (const [path, reply, code] of cases) {
      answer = (_, response) => reply(response);
      expect(await faultOf(addFeed(path))).toBe(code);
    }
    for (const url of ["http://10.0.0.1/", "http://[::1]/", "http://127.0.0.1/"]) {
      expect(await faultOf(listening.add(BOARD, { kind: "feed", url }))).toBe("private-address");
    }
    for (const url of ["cafe.org", "ftp://cafe.org/", `http://cafe.org/${"é".repeat(1_000)}`]) {
      expect(await faultOf(listening.add(BOARD, { kind: "feed", url }))).toBe("bad-address");
    }
    expect(await listening.sources(BOARD)).toEqual([]);
    expect(news).toEqual([]);
  });

  test("[L6] that a board listens to already is looked at again, not added twice", async () => {
    serveText(rss("un"));
    const both = await Promise.all([addFeed("/#a"), addFeed("/#b")]);
    expect(both[0].id).toBe(both[1].id);
    serveText(rss("un", "deux"));
    const again = await listening.add(BOARD, { kind: "feed", url: `http://${host}/` });
    expect([again.added, again.known, (await listening.sources(BOARD)).length]).toEqual([1, 1, 1]);
  });

  test("[L115] that edits an item says so first, then what is new and what it says now", async () => {
    const item = (guid: string, text: string) => `<item><title>${text}</title><guid>${guid}</guid></item>`;
    serveText(`<rss><channel><title>x</title>${item("1", "un")}</channel></rss>`);
    await addFeed();
    news = [];
    serveText(`<rss><channel><title>x</title>${item("2", "deux")}${item("1", "un bis")}</channel></rss>`);
    now += 10 * MINUTE;
    await listening.round();
    expect(news.map(([, posts]) => posts?.map(({ text, at }) => [text, at]))).toEqual([
      undefined,
      [
        ["deux", now],
        ["un bis", START],
      ],
    ]);
  });

  test("[L24] that fails is late, with the reason; what was heard stays", async () => {
    serveText(rss("un"));
    await addFeed();
    answer = (_, response) => response.writeHead(503).end();
    now += 10 * MINUTE;
    await listening.round();
    // after one failure the interval, after two twice as much; a chance of 0.5 is the middle
    expect(await only()).toMatchObject({
      state: "late",
      problem: "source-status",
      details: { status: 503 },
      readAt: START,
      posts: 1,
      nextAt: now + 10 * MINUTE,
    });
    now += 10 * MINUTE;
    await listening.round();
    expect((await only()).nextAt).toBe(now + 20 * MINUTE);
    expect(news.at(-1)).toEqual([BOARD, []]);
    expect(await heard()).toEqual(["un"]);
    serveText(rss("un", "deux"));
    now += 20 * MINUTE;
    await listening.round();
    const source = await only();
    expect(source).toMatchObject({ state: "fresh", posts: 2, nextAt: now + 10 * MINUTE });
    expect([source.problem, source.details]).toEqual([undefined, undefined]);
  });

  test("[L24] that turns into something else is refused, and looked at once a day", async () => {
    serveText(rss("un"));
    await addFeed();
    serveText("<!doctype html><html></html>");
    now += 10 * MINUTE;
    await listening.round();
    expect(await only()).toMatchObject({ state: "refused", problem: "not-a-feed", nextAt: now + LONGEST_PAUSE_MS });
  });

  test("[L24] pauses after failures double, are spread, wait as long as the host asks, and end at a day", () => {
    const source = {
      board: BOARD,
      id: newSourceId(),
      kind: "feed",
      name: "",
      state: "fresh",
      addedAt: 0,
      posts: 0,
      failures: 0,
      intervalMinutes: 10,
    } as const;
    const pause = (failures: number, chance: number, details = {}): number =>
      (afterFailure({ ...source, failures }, new AppError("source-status", "", { details }), 0, chance).nextAt ?? 0) /
      MINUTE;
    expect([0, 1, 2, 3].map((failures) => pause(failures, 0.5))).toEqual([10, 20, 40, 80]);
    expect([0, 0.999_999].map((chance) => Math.round(pause(0, chance)))).toEqual([8, 12]);
    expect(pause(0, 0.5, { retryAfterSeconds: 3_600 })).toBe(60);
    expect([20, 1_000].map((failures) => pause(failures, 0.9))).toEqual([1_440, 1_440]);
    expect(pause(0, 0.5, { retryAfterSeconds: 999_999 })).toBe(1_440);
  });
});

describe("schedule", () => {
  test("[L23] at most four feeds are looked at at once, and never one twice", async () => {
    serveText(rss("un"));
    for (let index = 0; index < LOOKS_AT_ONCE + 2; index += 1) await addFeed(`/${index}`);
    requests = [];
    const open: ServerResponse[] = [];
    answer = (_, response) => void open.push(response);
    now += 10 * MINUTE;
    const rounds = [listening.round(), listening.round()];
    const [first] = await listening.sources(BOARD);
    const refresh = listening.refresh(BOARD, first?.id ?? newSourceId());
    await expect.poll(() => open.length).toBe(LOOKS_AT_ONCE);
    expect(new Set(requests).size).toBe(LOOKS_AT_ONCE);
    answer = (_, response) => response.end(rss("un", "deux"));
    for (const response of open) response.end(rss("un", "deux"));
    expect((await refresh).added).toBe(1);
    await Promise.all(rounds);
    expect(requests).toHaveLength(LOOKS_AT_ONCE + 2);
    expect((await listening.sources(BOARD)).map(({ posts }) => posts)).toEqual(Array(LOOKS_AT_ONCE + 2).fill(2));
  });

  test("[L23] closing leaves the looks under way, without blaming the feed", async () => {
    serveText(rss("un"));
    await addFeed();
    answer = () => undefined;
    now += 10 * MINUTE;
    const round = listening.round();
    await expect.poll(() => requests.length).toBe(2);
    await listening.close();
    await round;
    expect(await only()).toMatchObject({ state: "fresh", readAt: START });
    await listening.close();
    start();
  });

  test("[L23] a feed that is removed while it is read leaves nothing behind", async () => {
    serveText(rss("un"));
    const { id } = await addFeed();
    let reply: (() => void) | undefined;
    answer = (_, response) => (reply = () => response.end(rss("deux")));
    const refresh = faultOf(listening.refresh(BOARD, id));
    await expect.poll(() => reply).toBeDefined();
    await listening.remove(BOARD, id);
    reply?.();
    expect(await refresh).toBe("unknown-source");
    expect([await listening.sources(BOARD), await heard()]).toEqual([[], []]);
  });
});

describe("sources of a board", () => {
  const csv = (rows: string): Uint8Array => bytes(`date,text\n${rows}`);

  test("[L17] a file becomes a source of its own, under the file's name", async () => {
    const file = {
      name: "C:\\dossier\\Avis 2024.csv",
      bytes: csv("2024-03-05,Le soir\n2024-03-05,LE SOIR!\nhier,x\n2024-03-06,Le soir\n"),
    };
    const read = await listening.addCsv(BOARD, file);
    expect(read).toMatchObject({
      added: 2,
      known: 1,
      skipped: 1,
      source: { kind: "csv", name: "Avis 2024", state: "fresh", posts: 2, readAt: START },
    });
    expect(news).toEqual([
      [BOARD, []],
      [BOARD, [expect.objectContaining({ text: "Le soir" }), expect.objectContaining({ text: "Le soir" })]],
    ]);
    expect((await listening.addCsv(BOARD, file, "Autre nom")).source.name).toBe("Autre nom");
  });

  test("[L20] nothing is kept of a file that is refused", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield csv("2024-03-05,Le soir\n".repeat(10_000));
      throw new AppError("bad-request", "the line broke");
    }
    expect(await faultOf(listening.addCsv(BOARD, { name: "a.csv", bytes: bytes("<html>") }))).toBe("not-a-csv");
    expect(await faultOf(listening.addCsv(BOARD, { name: "a.csv", bytes: broken() }))).toBe("bad-request");
    expect([await listening.sources(BOARD), await heard()]).toEqual([[], []]);
    expect(news.flatMap(([, posts]) => posts)).toEqual([]);
  });

  test("[L20] nothing is kept of a file whose posts could not all be stored", async () => {
    const addPosts = store.addPosts.bind(store);
    store.addPosts = async (board, posts) => {
      if (posts.some(({ text }) => text === "600")) throw new AppError("store-failed", "the disk is full");
      return addPosts(board, posts);
    };
    const rows = Array.from({ length: 1_000 }, (_, index) => `2024-03-05,${index}\n`).join("");
    expect(await faultOf(listening.addCsv(BOARD, { name: "a.csv", bytes: csv(rows) }))).toBe("store-failed");
    expect([await store.sources(BOARD), await heard()]).toEqual([[], []]);
  });

  test("[L25] a board has twenty sources at most, those being added counted", async () => {
    const posts = [{ id: "1", text: "Le soir", at: START, url: "", author: "", language: "fr" }];
    for (let index = 0; index < LIMITS.sourcesPerBoard - 1; index += 1) {
      await listening.addPosts(BOARD, { kind: "sample", name: `${index}` }, posts);
    }
    const results = await Promise.allSettled(
      [1, 2, 3].map((index) => listening.addCsv(BOARD, { name: `${index}`, bytes: csv("2024-03-05,a\n") })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await faultOf(addFeed())).toBe("too-many-sources");
    expect(requests).toEqual([]);
    expect(await listening.sources(BOARD)).toHaveLength(LIMITS.sourcesPerBoard);
    expect(await listening.sources(newBoardId())).toEqual([]);
  });

  test("[L26] posts that are known already come in as a source", async () => {
    const source = await listening.addPosts(BOARD, { kind: "sample", name: "Exemple" }, [
      { id: "1", text: "Le soir", at: START, url: "", author: "", language: "fr" },
    ]);
    expect(source).toMatchObject({ kind: "sample", name: "Exemple", state: "fresh", posts: 1 });
    expect((await listening.page(BOARD, { limit: 1 })).posts[0]?.id).toBe(`${source.id}:1`);
    expect((await listening.refresh(BOARD, source.id)).added).toBe(0);
  });

  test("[L26] a source that is removed takes its posts with it", async () => {
    const { source } = await listening.addCsv(BOARD, { name: "a", bytes: csv("2024-03-05,Le soir\n") });
    await listening.addCsv(BOARD, { name: "b", bytes: csv("2024-03-05,Le matin\n") });
    await listening.remove(BOARD, source.id);
    expect(await heard()).toEqual(["Le matin"]);
    expect(news.at(-1)).toEqual([BOARD, undefined]);
  });

  test("[L26] a source that isn't there can't be changed, removed, refreshed or searched", async () => {
    const id = newSourceId();
    const codes = [
      listening.change(BOARD, id, { name: "x" }),
      listening.remove(BOARD, id),
      listening.refresh(BOARD, id),
      listening.page(BOARD, { source: id, limit: 1 }),
    ];
    expect(await Promise.all(codes.map(faultOf))).toEqual(Array(4).fill("unknown-source"));
    const { source } = await listening.addCsv(BOARD, { name: "a", bytes: csv("2024-03-05,a\n") });
    expect(await faultOf(listening.remove(newBoardId(), source.id))).toBe("unknown-source");
  });

  test("[L23] a facilitator renames a source and sets its interval", async () => {
    serveText(rss("un"));
    const { id } = await addFeed();
    now += MINUTE;
    expect(await listening.change(BOARD, id, { name: "Le café", intervalMinutes: 60 })).toMatchObject({
      name: "Le café",
      intervalMinutes: 60,
      nextAt: START + 60 * MINUTE,
    });
    expect(await listening.change(BOARD, id, { intervalMinutes: 1 })).toMatchObject({
      name: "Le café",
      nextAt: START + MINUTE,
    });
    expect(news).toHaveLength(3);
  });

  test("[L23] a source is looked at ten times a minute at most, whoever asks", async () => {
    serveText(rss("un"));
    const { id } = await addFeed();
    for (let count = 0; count < 10; count += 1) await listening.refresh(BOARD, id);
    expect(await faultOf(listening.refresh(BOARD, id))).toBe("too-many");
    now += MINUTE;
    expect((await listening.refresh(BOARD, id)).known).toBe(1);
  });
});

describe("posts of a board", () => {
  test("[L27] are listed newest first, by query, in pages that follow each other", async () => {
    const rows = ["2024-03-01,Le soir", "2024-03-03,En soirée", "2024-03-02,Le matin", "2024-03-04,Un soir d'été"].join(
      "\n",
    );
    await listening.addCsv(BOARD, { name: "avis", bytes: bytes(`date,text\n${rows}\n`) });
    expect(await heard("soir*")).toEqual(["Un soir d'été", "En soirée", "Le soir"]);
    expect(await heard("soir, matin")).toEqual(["Un soir d'été", "Le matin", "Le soir"]);
    expect(await heard("  ")).toHaveLength(4);
    const first = await listening.page(BOARD, { query: "soir*", limit: 2 });
    expect([first.total, first.posts.map(({ sourceName }) => sourceName), first.next]).toEqual([
      3,
      ["avis", "avis"],
      first.posts[1]?.id,
    ]);
    const second = await listening.page(BOARD, {
      query: "soir*",
      limit: 2,
      ...(first.next === undefined ? {} : { before: first.next }),
    });
    expect([second.posts.map(({ text }) => text), second.next]).toEqual([["Le soir"], undefined]);
  });

  test("[L152] are asked for by words: a query without any is refused, not answered with none", async () => {
    await listening.addCsv(BOARD, { name: "avis", bytes: bytes("date,text\n2024-03-01,Le vélo 🚲\n") });
    for (const query of ["🚲", "!!", "*", '"…"'])
      expect(await faultOf(listening.page(BOARD, { query, limit: 1 }))).toBe("wordless-query");
    expect(await heard("vélo 🚲")).toEqual(["Le vélo 🚲"]);
  });

  test("[L27] who listens for news may fail, and stop, without harm to others", async () => {
    const seen: number[] = [];
    const listener: NewsListener = () => void seen.push(1);
    const stop = listening.onNews(listener);
    listening.onNews(() => {
      throw new Error("a listener failed");
    });
    await listening.addCsv(BOARD, { name: "a", bytes: bytes("date,text\n2024-03-05,a\n") });
    stop();
    stop();
    await listening.addCsv(BOARD, { name: "b", bytes: bytes("date,text\n2024-03-05,a\n") });
    expect([seen.length, news.length]).toEqual([2, 4]);
  });
});
