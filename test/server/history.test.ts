import { applyServerEdits, createBoardDoc, readBoard, type ServerEdit } from "@palabre/shared/documents";
import {
  problemSchema,
  type PersonUndone,
  type VersionContents,
  type VersionFacts,
  type VersionPage,
} from "@palabre/shared/protocol";
import {
  newCardId,
  newLinkId,
  newVersionId,
  type BoardComparison,
  type BoardId,
  type CardId,
  type PersonId,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ask, connect, openBoard, saved, synced, type Joined, type OpenedBoard, type Peer } from "../helpers/client.ts";
import { openFolder, startServer, type ServerOptions, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const DAY_MS = 86_400_000;

interface Writer extends Joined {
  readonly peer: Peer;
  /** Makes the edits here, and comes back once they are on disk. */
  act(...edits: readonly ServerEdit[]): Promise<void>;
  addCard(text: string): Promise<CardId>;
}
async function writer(
  server: TestServer,
  board: OpenedBoard,
  role: "facilitator" | "participant",
  name: string,
): Promise<Writer> {
  const joined = await board.join(role, name);
  const peer = connect(server, board.id, joined.session, "board");
  await synced(peer);
  let count = 0;
  const act = async (...edits: readonly ServerEdit[]) => {
    applyServerEdits(peer.doc, edits);
    await saved(peer, (count += 1));
  };
  return {
    ...joined,
    peer,
    act,
    addCard: async (text) => {
      const id = newCardId();
      await act({ type: "addCard", id, kind: "note", position: [10, 20], text, at: Date.now(), by: joined.person });
      return id;
    },
  };
}

/** What a facilitator's screen asks for. */
function historyOf(server: TestServer, board: BoardId, session: string) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const reply = await ask<T>(server, method, `/api/boards/${board}${path === "" ? "" : `/${path}`}`, {
      session,
      body,
    });
    if (reply.status >= 400) throw new Error(`${method} ${path}: ${problemSchema.parse(reply.body).code}`);
    return reply.body;
  };
  return {
    list: (query = "") => call<VersionPage>("GET", `versions${query}`),
    keep: (label: string) => call<VersionFacts>("POST", "versions", { label }),
    contents: (id: string) => call<VersionContents>("GET", `versions/${id}`),
    compare: (id: string, to = "now") => call<BoardComparison>("GET", `versions/${id}/compare?with=${to}`),
    restore: (id: string) => call<VersionFacts>("POST", `versions/${id}/restore`),
    drop: (id: string) => call<unknown>("DELETE", `versions/${id}`),
    undo: (person: PersonId, body: { since?: number; isTry?: boolean } = {}) =>
      call<PersonUndone>("POST", `people/${person}/undo`, body),
    empty: () => call<unknown>("POST", "trash/empty"),
    keepFor: (historyDays: number) => call<unknown>("PATCH", "", { historyDays }),
  };
}
const titles = (page: VersionPage) => page.versions.map(({ kind, label }) => label || kind);
const living = (peer: Peer) =>
  [...readBoard(peer.doc).cards.values()]
    .filter(({ attributes }) => attributes.trashedAt === undefined)
    .map(({ text }) => text)
    .toSorted();

describe.each([
  ["memory", async (): Promise<ServerOptions> => ({})],
  ["SQLite", async (): Promise<ServerOptions> => ({ dataDir: await openFolder() })],
])("history over %s", (_name, options) => {
  it("[H7] a facilitator keeps the board under a name; everybody looks at it, as it was, byte by byte and as values", async () => {
    const server = await startServer(await options());
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const card = await fatou.addCard("Fast answers");
    const before = readBoard(fatou.peer.doc);
    const history = historyOf(server, board.id, fatou.session);
    const kept = await history.keep("  Before \n lunch ");
    expect(kept).toEqual({
      id: kept.id,
      at: expect.any(Number),
      kind: "manual",
      label: "Before lunch",
      person: fatou.person,
      seq: kept.seq,
    });
    await fatou.act({ type: "writeText", card, text: "Slow answers" });
    const viewer = await board.join("viewer", "Grace");
    const seen = historyOf(server, board.id, viewer.session);
    expect((await seen.list()).versions).toEqual([kept]);
    expect(await seen.contents(kept.id)).toEqual({
      version: kept,
      cards: JSON.parse(JSON.stringify([...before.cards.values()])),
      links: [],
      comments: [],
      skipped: 0,
    });
    const reply = await fetch(`${server.url}/api/boards/${board.id}/versions/${kept.id}/board.bin`, {
      headers: { authorization: `Bearer ${viewer.session}` },
    });
    const doc = createBoardDoc();
    Y.applyUpdate(doc, new Uint8Array(await reply.arrayBuffer()));
    expect(readBoard(doc)).toEqual(before);
  });

  it("[H8] versions compare with each other and with the board as it is now", async () => {
    const server = await startServer(await options());
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const history = historyOf(server, board.id, fatou.session);
    const card = await fatou.addCard("Fast answers");
    const first = await history.keep("first");
    const other = await fatou.addCard("Trust");
    const second = await history.keep("second");
    await fatou.act({ type: "writeText", card, text: "Slow answers" });
    const there = await history.compare(first.id, second.id);
    expect(there.cards.added.map(({ id }) => id)).toEqual([other]);
    expect(there.cards.changed).toEqual([]);
    const now = await history.compare(first.id);
    expect(now.cards.added.map(({ id }) => id)).toEqual([other]);
    expect(now.cards.changed).toEqual([
      { id: card, kind: "note", title: "Slow answers", position: [10, 20], facts: ["text"] },
    ]);
  });

  it("[H9] a restore is seen by all as edits, keeps the board of before, and can itself be taken back", async () => {
    const server = await startServer(await options());
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const amina = await writer(server, board, "participant", "Amina");
    const history = historyOf(server, board.id, fatou.session);
    const first = await fatou.addCard("Fast answers");
    const second = await fatou.addCard("Trust");
    const link = newLinkId();
    await fatou.act({ type: "addLink", id: link, from: first, to: second, polarity: "-", at: 3, by: fatou.person });
    await until(() => readBoard(amina.peer.doc).links.size === 1, "the link at Amina's");
    const kept = await history.keep("good");
    const wanted = living(fatou.peer);
    await amina.act(
      { type: "writeText", card: first, text: "Fast and wrong answers" },
      { type: "trash", things: [second], at: Date.now() },
    );
    await amina.addCard("Noise");
    const spoilt = living(amina.peer);
    const before = await history.restore(kept.id);
    expect(before).toMatchObject({ kind: "restore", person: fatou.person, label: "" });
    await until(() => String(living(amina.peer)) === String(wanted), "the restored board at Amina's");
    expect(readBoard(amina.peer.doc).links.get(link)).toMatchObject({ polarity: "-" });
    expect(await history.compare(kept.id)).toEqual(nothing);
    await history.restore(before.id);
    await until(() => String(living(fatou.peer)) === String(spoilt), "the board of before at Fatou's");
    expect(titles(await history.list())).toEqual(["restore", "restore", "good"]);
  });

  it("[H10] a board that is changed keeps a version of that minute by itself; one that rests keeps none", async () => {
    let time = 1_700_000_000_000;
    const server = await startServer({ ...(await options()), now: () => time, history: { lookEveryMs: 5 } });
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const history = historyOf(server, board.id, fatou.session);
    await fatou.addCard("one");
    time += 59_000;
    await fatou.addCard("two");
    expect((await history.list()).versions).toEqual([]);
    time += 1_000;
    await until(async () => (await history.list()).versions.length === 1, "the version of the minute");
    const [kept] = (await history.list()).versions;
    expect(kept).toMatchObject({ kind: "minute", label: "", at: time });
    expect(kept).not.toHaveProperty("person");
    expect((await history.contents(kept?.id ?? "")).cards).toHaveLength(2);
    time += 10 * 60_000;
    // the last one leaves within the minute: what they changed is kept, and nothing for the ten minutes of rest
    await fatou.addCard("three");
    fatou.peer.provider.destroy();
    await until(async () => (await history.list()).versions.length === 2, "the version of the last minute");
  });

  it("[H11] what one person did is taken back, for all, and what others did stays", async () => {
    const server = await startServer(await options());
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const vic = await writer(server, board, "participant", "Vic");
    const history = historyOf(server, board.id, fatou.session);
    const card = await fatou.addCard("Fast answers");
    await until(() => readBoard(vic.peer.doc).cards.size === 1, "the card at Vic's");
    await vic.addCard("Noise");
    await vic.act(
      { type: "writeText", card, text: "Fast lies" },
      { type: "moveCards", moves: [{ card, to: [900, 900] }] },
    );
    await until(() => readBoard(fatou.peer.doc).cards.get(card)?.text === "Fast lies", "the lies at Fatou's");
    await fatou.act({ type: "setAttributes", on: card, values: { colour: "leaf" } });
    const tried = await history.undo(vic.person, { isTry: true });
    expect(tried).toEqual({ trashed: 1, setBack: 2, skipped: 0 });
    expect(living(fatou.peer)).toEqual(["Fast lies", "Noise"]);
    const { kept, ...counts } = await history.undo(vic.person);
    expect(counts).toEqual(tried);
    expect(kept).toMatchObject({ kind: "restore", person: fatou.person });
    await until(() => String(living(vic.peer)) === "Fast answers", "the board without Vic");
    expect(readBoard(vic.peer.doc).cards.get(card)).toMatchObject({
      position: [10, 20],
      attributes: { colour: "leaf" },
    });
    expect(await history.undo(vic.person)).toEqual({ trashed: 0, setBack: 0, skipped: expect.any(Number) });
  });

  it("[H6] the trash is emptied at once when a facilitator asks, and by itself when its time is over", async () => {
    let time = 1_700_000_000_000;
    const server = await startServer({ ...(await options()), now: () => time, history: { everyMs: 5 } });
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const history = historyOf(server, board.id, fatou.session);
    const [one, two] = [await fatou.addCard("one"), await fatou.addCard("two")];
    await fatou.act({ type: "trash", things: [one], at: time });
    expect(await history.empty()).toEqual({ cards: 1, links: 0, comments: 0 });
    await until(() => !fatou.peer.doc.getMap("cards").has(one), "the purge at Fatou's");
    await fatou.act({ type: "trash", things: [two], at: time });
    time += 29 * DAY_MS;
    // a clock that is wrong, or a lie to have it gone at once
    const three = await fatou.addCard("three");
    await fatou.act({ type: "trash", things: [three], at: 1 });
    time += 2 * DAY_MS;
    await until(() => !fatou.peer.doc.getMap("cards").has(two), "the purge of what is older than thirty days");
    expect(fatou.peer.doc.getMap("cards").has(three)).toBe(true);
    time += 30 * DAY_MS;
    await until(() => !fatou.peer.doc.getMap("cards").has(three), "its purge in its time");
  });

  it("[H18] what the server saw trashed lately stays its thirty days, however short the history", async () => {
    let time = 1_700_000_000_000;
    const server = await startServer({ ...(await options()), now: () => time, history: { everyMs: 5 } });
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const history = historyOf(server, board.id, fatou.session);
    await history.keepFor(7);
    const [one, two] = [await fatou.addCard("one"), await fatou.addCard("two")];
    await fatou.act({ type: "trash", things: [one], at: 1 });
    time += 20 * DAY_MS;
    await fatou.act({ type: "trash", things: [two], at: 1 });
    expect(fatou.peer.doc.getMap("cards").has(one)).toBe(true);
    time += 11 * DAY_MS;
    await until(() => !fatou.peer.doc.getMap("cards").has(one), "the purge of what is older than thirty days");
    expect(fatou.peer.doc.getMap("cards").has(two)).toBe(true);
    time += 20 * DAY_MS;
    await until(() => !fatou.peer.doc.getMap("cards").has(two), "its purge in its time");
  });

  it("[H12] history goes when its days are over, and what was kept by hand stays until it is dropped", async () => {
    let time = 1_700_000_000_000;
    const server = await startServer({
      ...(await options()),
      now: () => time,
      history: { lookEveryMs: 5, everyMs: 5 },
    });
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const history = historyOf(server, board.id, fatou.session);
    await fatou.addCard("one");
    const kept = await history.keep("good");
    time += 60_000;
    await until(async () => titles(await history.list()).join() === "minute,good", "the version of the minute");
    expect((await history.list()).historyDays).toBe(365);
    time += 20 * DAY_MS;
    await history.keepFor(7);
    await until(async () => titles(await history.list()).join() === "good", "only what was kept by hand");
    expect((await history.list()).historyDays).toBe(7);
    await history.drop(kept.id);
    expect((await history.list()).versions).toEqual([]);
  });
});

it("[H10] a board that was changed when the server stops keeps a version of that minute", async () => {
  const server = await startServer({ dataDir: await openFolder() });
  const board = await openBoard(server);
  const fatou = await writer(server, board, "facilitator", "Fatou");
  await fatou.addCard("one");
  await server.close();
  const history = historyOf(await server.restart(), board.id, fatou.session);
  const { versions } = await history.list();
  expect(versions).toMatchObject([{ kind: "minute" }]);
  expect((await history.contents(versions[0]?.id ?? "")).cards).toHaveLength(1);
});

it("[H25] what is older than a version that is not there any more is asked for in vain, and that is said", async () => {
  const server = await startServer();
  const board = await openBoard(server);
  const fatou = await writer(server, board, "facilitator", "Fatou");
  const history = historyOf(server, board.id, fatou.session);
  for (const label of ["one", "two", "three"]) await history.keep(label);
  const { versions, next } = await history.list("?limit=2");
  expect(next).toBe(versions[1]?.id);
  expect(titles(await history.list(`?before=${next}`))).toEqual(["one"]);
  await history.drop(next ?? "");
  await expect(history.list(`?before=${next}`)).rejects.toThrow("unknown-version");
});

const none = { added: [], removed: [], changed: [] };
const nothing: BoardComparison = { cards: none, links: none, comments: none };

describe("a large board", () => {
  it("[H16] is read in threads, two at a time, and by each person so often a minute; it comes out the same", async () => {
    const server = await startServer({ now: () => 1_700_000_000_000 });
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const words = "What the community expects, at some length. ".repeat(40);
    await fatou.act(
      ...Array.from({ length: 200 }, (_, place): ServerEdit => ({
        type: "addCard",
        id: newCardId(),
        kind: "note",
        position: [place, place],
        text: `${place} ${words}`,
        at: place,
        by: fatou.person,
      })),
    );
    const history = historyOf(server, board.id, fatou.session);
    const kept = await history.keep("good");
    const cards = [...readBoard(fatou.peer.doc).cards.values()];
    const seen = await Promise.all(Array.from({ length: 5 }, () => history.contents(kept.id)));
    for (const { cards: read } of seen) expect(read).toEqual(JSON.parse(JSON.stringify(cards)));
    await fatou.act({ type: "trash", things: cards.map(({ id }) => id), at: 5 });
    await history.empty();
    await history.restore(kept.id);
    expect(await history.compare(kept.id)).toEqual(nothing);
    await until(() => living(fatou.peer).length === 200, "all cards at Fatou's");
    const viewer = await board.join("viewer", "Grace");
    const looks = await Promise.all(
      Array.from({ length: 61 }, () =>
        ask(server, "GET", `/api/boards/${board.id}/versions/${newVersionId()}`, { session: viewer.session }),
      ),
    );
    expect(looks.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await ask(server, "GET", `/api/boards/${board.id}/versions`, { session: viewer.session })).status).toBe(
      200,
    );
  });
});

describe("a person who wrote without end", () => {
  it("[R79] is undone all the same, but for texts with too long a history: they count as skipped", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    const vic = await writer(server, board, "participant", "Vic");
    const card = await fatou.addCard("Fast answers");
    await until(() => readBoard(vic.peer.doc).cards.size === 1, "the card at Vic's");
    const noise = await vic.addCard("Noise");
    for (let at = 0; at < 30; at += 1)
      await vic.act(
        { type: "writeText", card, text: String(at % 10).repeat(20_000) },
        { type: "writeText", card: noise, text: String(at % 10).repeat(20_000) },
        { type: "moveCards", moves: [{ card, to: [at, at] }] },
      );
    const history = historyOf(server, board.id, fatou.session);
    const { kept: _, ...counts } = await history.undo(vic.person);
    expect(counts).toEqual({ trashed: 1, setBack: 1, skipped: 1 });
    await until(() => readBoard(fatou.peer.doc).cards.get(noise)?.attributes.trashedAt !== undefined, "the undoing");
    expect(readBoard(fatou.peer.doc).cards.get(card)).toMatchObject({ position: [10, 20], text: "9".repeat(20_000) });
  });
});

describe("who may", () => {
  it("[H13] everybody on the board looks, only facilitators change, and nobody else learns anything", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const fatou = await writer(server, board, "facilitator", "Fatou");
    await fatou.addCard("Fast answers");
    const kept = await historyOf(server, board.id, fatou.session).keep("good");
    const participant = await board.join("participant", "Amina");
    const elsewhere = await openBoard(server);
    const stranger = await elsewhere.join("facilitator", "Stranger");
    const looks = ["versions", `versions/${kept.id}`, `versions/${kept.id}/board.bin`, `versions/${kept.id}/compare`];
    const acts: readonly (readonly [string, string, unknown?])[] = [
      ["POST", "versions", { label: "mine" }],
      ["POST", `versions/${kept.id}/restore`],
      ["DELETE", `versions/${kept.id}`],
      ["GET", "changes"],
      ["POST", `people/${fatou.person}/undo`, {}],
      ["POST", "trash/empty"],
      ["PATCH", "", { historyDays: 1 }],
    ];
    const status = async (method: string, path: string, session?: string, body?: unknown) =>
      (await ask(server, method, `/api/boards/${board.id}/${path}`.replace(/\/$/, ""), { session, body })).status;
    for (const path of looks) {
      expect(await status("GET", path, participant.session), path).toBe(200);
      expect(await status("GET", path, stranger.session), path).toBe(401);
      expect(await status("GET", path), path).toBe(401);
    }
    for (const [method, path, body] of acts) {
      expect(await status(method, path, participant.session, body), path).toBe(403);
      expect(await status(method, path, stranger.session, body), path).toBe(401);
    }
    // a version is looked for on its own board only
    for (const path of [`versions/${kept.id}`, `versions/${newVersionId()}`, "versions/no-id"]) {
      const reply = await ask(server, "GET", `/api/boards/${elsewhere.id}/${path}`, { session: stranger.session });
      expect([reply.status, problemSchema.parse(reply.body).code]).toEqual([404, "unknown-version"]);
    }
    expect(titles(await historyOf(server, board.id, fatou.session).list())).toEqual(["good"]);
  });
});
