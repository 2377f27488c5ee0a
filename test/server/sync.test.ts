import { applyEdits, applyUpdate, createBoardDoc, encodeDoc, readBoard, readWorkshop } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { describe, expect, it } from "vitest";
import { addNote, updateOf } from "../helpers/cards.ts";
import {
  ask,
  bodyOf,
  connect,
  heardOf,
  message,
  openBoard,
  openRaw,
  openSynced,
  roundTrip,
  saved,
  synced,
} from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

describe.each([
  { where: "memory", open: async () => undefined },
  { where: "SQLite", open: openFolder },
])("rooms over $where", ({ open }) => {
  it("[R2] an unmodified y-websocket provider joins, edits, and is seen by another", async () => {
    const server = await startServer({ dataDir: await open() });
    const board = await openBoard(server);
    const one = connect(server, board.id, (await board.join("participant")).session, "board");
    const two = connect(server, board.id, (await board.join("facilitator")).session, "board");
    await Promise.all([synced(one), synced(two)]);
    const id = addNote(one.doc, "meet on Tuesdays");
    const seen = await until(() => readBoard(two.doc).cards.get(id), "the card");
    expect(seen).toEqual(readBoard(one.doc).cards.get(id));
    // who comes later gets it at once, and both directions work
    const three = connect(server, board.id, (await board.join("viewer")).session, "board");
    await synced(three);
    expect(readBoard(three.doc)).toEqual(readBoard(one.doc));
    applyEdits(two.doc, [{ type: "moveCards", moves: [{ card: id, to: [5, 6] }] }]);
    await until(() => readBoard(one.doc).cards.get(id)?.position[0] === 5, "the move");
    await until(() => readBoard(three.doc).cards.get(id)?.position[0] === 5, "the move, seen by the viewer");
  });

  it("[R3] edits made while nobody was connected arrive with the connection, and those of its first moments too", async () => {
    const server = await startServer({ dataDir: await open() });
    const board = await openBoard(server);
    const one = connect(server, board.id, (await board.join("participant")).session, "board");
    const before = addNote(one.doc, "written before the socket was open");
    await until(() => one.provider.wsconnected, "the socket");
    // the stock client sends this at once, before it was asked for the one above on which it depends
    applyEdits(one.doc, [{ type: "moveCards", moves: [{ card: before, to: [7, 7] }] }]);
    const two = connect(server, board.id, (await board.join("participant")).session, "board");
    await until(() => readBoard(two.doc).cards.get(before)?.position[0] === 7, "both");
  });
});

describe("rooms", () => {
  it("[R3] what is sent before the document is loaded waits for it", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap });
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const release = store.hold("load");
    const client = await openRaw(server, board.id, "board", { session });
    const doc = createBoardDoc();
    const id = addNote(doc, "in the first packet", person);
    client.send(message(0, 1, encodeDoc(doc)));
    client.send(
      message(
        0,
        2,
        updateOf(doc, () => applyEdits(doc, [{ type: "moveCards", moves: [{ card: id, to: [3, 4] }] }])),
      ),
    );
    client.send(message(0, 0, Uint8Array.of(0)));
    client.send(message(100, 1));
    await roundTrip(client);
    expect(client.heard).toEqual([]);
    release();
    await client.hears(100, 1);
    // the server's own question comes before any answer of it
    expect(client.heard.map(([type, step]) => [type, type === 0 ? step : undefined])).toEqual([
      [0, 0],
      [0, 1],
      [100, undefined],
    ]);
    const other = connect(server, board.id, session, "board");
    await synced(other);
    expect(readBoard(other.doc)).toEqual(readBoard(doc));
  });

  it("[R3] an update before the client's answer waits for it; a barrier behind it, too", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const client = await openRaw(server, board.id, "board", { session });
    await client.hears(0, 0);
    const doc = createBoardDoc();
    const id = addNote(doc, "first", person);
    const first = encodeDoc(doc);
    const second = updateOf(doc, () => applyEdits(doc, [{ type: "moveCards", moves: [{ card: id, to: [3, 4] }] }]));
    client.send(message(0, 2, second));
    client.send(message(100, 1));
    await roundTrip(client);
    expect(heardOf(client, 100)).toEqual([]);
    client.send(message(0, 1, first));
    await client.hears(100, 1);
    client.send(message(0, 0, Uint8Array.of(0)));
    const answer = await client.hears(0, 1);
    const copy = createBoardDoc();
    applyUpdate(copy, bodyOf(answer));
    expect(readBoard(copy)).toEqual(readBoard(doc));
  });

  it("[R83] who sends much and never answers is asked to come back, and nothing is lost; who sends little may take their time", async () => {
    const server = await startServer({ rooms: { heldMs: 100, sweepMs: 20, heldBytes: 400_000 } });
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const unanswering = async () => {
      const client = await openRaw(server, board.id, "board", { session });
      await client.hears(0, 0);
      return client;
    };
    const doc = createBoardDoc();
    const [few, first, many] = [await unanswering(), await unanswering(), await unanswering()];
    few.send(message(0, 2, Uint8Array.of(0, 0)));
    const update = updateOf(doc, () => {
      for (let at = 0; at < 5; at += 1) addNote(doc, "x".repeat(20_000), person);
    });
    first.send(message(0, 2, update));
    expect(await first.closed).toBe(CLOSE.later);
    // all together, there is room for no more than so much
    for (let at = 0; at < 5; at += 1) many.send(message(0, 2, update));
    expect(await many.closed).toBe(CLOSE.later);
    expect(few.socket.readyState).toBe(few.socket.OPEN);
    const back = await unanswering();
    back.send(message(0, 1, encodeDoc(doc)));
    back.send(message(100, 1));
    await back.hears(100, 1);
    const other = connect(server, board.id, session, "board");
    await synced(other);
    expect(readBoard(other.doc).cards.size).toBe(5);
  });

  it("[R4] nobody hears of an edit, and no barrier behind it is answered, before it is on disk", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap });
    const board = await openBoard(server);
    const [first, second, third] = [
      await board.join("participant"),
      await board.join("participant"),
      await board.join("viewer"),
    ];
    const one = await openSynced(server, board.id, "board", first.session);
    const two = await openSynced(server, board.id, "board", second.session);
    const before = store.calls.append;
    const release = store.hold("append");
    const doc = createBoardDoc();
    const update = updateOf(doc, () => addNote(doc, "not yet on disk", first.person));
    one.send(message(0, 2, update));
    one.send(message(100, 1));
    one.send(message(100, 2));
    await until(() => store.calls.append > before, "the append");
    const late = await openRaw(server, board.id, "board", { session: third.session });
    await late.hears(0, 0);
    late.send(message(0, 0, Uint8Array.of(0)));
    for (const client of [one, two, late]) await roundTrip(client);
    expect(heardOf(one, 100)).toEqual([]);
    expect(heardOf(two, 0, 2)).toEqual([]);
    // the answer would hold the edit
    expect(heardOf(late, 0, 1)).toEqual([]);
    release();
    await one.hears(100, 2);
    expect(heardOf(one, 100)).toEqual([message(100, 1), message(100, 2)]);
    // the bytes as they were sent
    expect(await two.hears(0, 2)).toEqual(message(0, 2, update));
    await late.hears(0, 1);
    for (const client of [one, two, late]) await roundTrip(client);
    // once, and never back to who sent them, nor to who has them in the answer
    expect([one, two, late].map((client) => heardOf(client, 0, 2).length)).toEqual([0, 1, 0]);
  });

  it("[R5] a barrier is answered for every role on every document, in order", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    for (const [role, document] of [
      ["participant", "board"],
      ["viewer", "board"],
      ["viewer", "workshop"],
      ["facilitator", "desk"],
    ] as const) {
      const client = await openSynced(server, board.id, document, (await board.join(role)).session);
      for (const n of [5, 300, 6]) client.send(message(100, n));
      await client.hears(...message(100, 6));
      expect(heardOf(client, 100)).toEqual([message(100, 5), message(100, 300), message(100, 6)]);
    }
    // the stock provider can ask, too
    const peer = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(peer);
    addNote(peer.doc, "typed");
    await saved(peer, 1);
  });

  it("[R12] a commit that fails is never acknowledged, ends the board's connections for now, and harms no other board", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap });
    const [board, other] = [await openBoard(server), await openBoard(server)];
    const unharmed = connect(server, other.id, (await other.join("participant")).session, "board");
    const peer = connect(server, board.id, (await board.join("participant")).session, "board");
    const witness = await openSynced(server, board.id, "board", (await board.join("viewer")).session);
    const joined = await board.join("participant");
    const hand = await openSynced(server, board.id, "board", joined.session);
    await Promise.all([synced(peer), synced(unharmed)]);
    store.fail(board.id);
    const doc = createBoardDoc();
    hand.send(
      message(
        0,
        2,
        updateOf(doc, () => addNote(doc, "lost for now", joined.person)),
      ),
    );
    hand.send(message(100, 1));
    expect(await hand.closed).toBe(CLOSE.notKept);
    expect(await witness.closed).toBe(CLOSE.notKept);
    expect(heardOf(hand, 100)).toEqual([]);
    expect(heardOf(witness, 0, 2)).toEqual([]);
    // the stock client keeps its edit and brings it back, for as long as it takes
    const kept = addNote(peer.doc, "kept by the client");
    const there = addNote(unharmed.doc, "another board");
    await saved(unharmed, 1);
    store.fail();
    const later = connect(server, board.id, (await board.join("viewer")).session, "board");
    await until(() => readBoard(later.doc).cards.has(kept), "the edit, once the disk is well again");
    expect([...readBoard(later.doc).cards.values()].map(({ text }) => text)).toEqual(["kept by the client"]);
    expect(readBoard(unharmed.doc).cards.has(there)).toBe(true);
  });

  it("[R19] what the server writes is seen by all, and what came out the same is not written", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap });
    const board = await openBoard(server, "First title");
    const facilitator = await board.join("facilitator", "Ada");
    const peer = connect(server, board.id, (await board.join("viewer", "Grace")).session, "workshop");
    await synced(peer);
    expect(readWorkshop(peer.doc)).toMatchObject({ title: "First title", language: "fr" });
    expect([...readWorkshop(peer.doc).people.values()]).toEqual([
      { name: "Ada", role: "facilitator", colour: 1 },
      { name: "Grace", role: "viewer", colour: 2 },
    ]);
    const rename = (title: string) =>
      ask(server, "PATCH", `/api/boards/${board.id}`, { session: facilitator.session, body: { title } });
    await rename("Second title");
    await until(() => readWorkshop(peer.doc).title === "Second title", "the title");
    const before = store.calls.append;
    await rename("Second title");
    expect(store.calls.append).toBe(before);
  });
});
