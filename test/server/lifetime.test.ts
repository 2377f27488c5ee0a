import { readBallotDesk, readBoard } from "@palabre/shared/documents";
import type { BoardStore } from "@palabre/server/stores";
import { CLOSE } from "@palabre/shared/protocol";
import { newCardId, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, openRaw, openSynced, saved, synced } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openVote } from "../helpers/voting.ts";

const healthOf = async (server: TestServer) =>
  (await ask<{ status: string; rooms: number; connections: number }>(server, "GET", "/healthz")).body;

describe("a room's life", () => {
  it("[R18] a document nobody uses leaves the memory, with a checkpoint, and opens again as it was", async () => {
    const store = holdStore();
    const server = await startServer({
      dataDir: await openFolder(),
      wrapStore: store.wrap,
      rooms: { unloadAfterMs: 0, sweepMs: 10 },
    });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    for (const text of ["one", "two", "three"]) addNote(peer.doc, text);
    await saved(peer, 1);
    const before = readBoard(peer.doc);
    peer.provider.disconnect();
    await until(async () => (await healthOf(server)).rooms === 0, "the empty memory");
    // `board`, and `workshop` with its people
    expect(store.calls.checkpoint).toBeGreaterThanOrEqual(2);
    const again = connect(server, board.id, session, "board");
    await synced(again);
    expect(readBoard(again.doc)).toEqual(before);
  });

  it("[R18] who joins while a document is put away finds it, and so do they who come after", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap, rooms: { unloadAfterMs: 0, sweepMs: 5 } });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    await until(async () => (await healthOf(server)).rooms === 0, "the empty memory");
    const first = connect(server, board.id, session, "board");
    await synced(first);
    addNote(first.doc, "one");
    await saved(first, 1);
    const release = store.hold("checkpoint");
    const earlier = store.checkpoints.length;
    first.provider.disconnect();
    await until(() => store.checkpoints.slice(earlier).includes("board"), "the checkpoint under way");
    const second = connect(server, board.id, session, "board");
    await synced(second);
    release();
    addNote(second.doc, "two");
    await saved(second, 1);
    const third = connect(server, board.id, session, "board");
    await synced(third);
    expect([...readBoard(third.doc).cards.values()].map(({ text }) => text).sort()).toEqual(["one", "two"]);
    // all in one room: they hear each other
    addNote(third.doc, "three");
    await until(() => readBoard(second.doc).cards.size === 3, "the third note");
    expect(second.provider.wsconnected).toBe(true);
  });

  it("[R18] a long journal becomes a checkpoint while people go on", async () => {
    const store = holdStore();
    const folder = await openFolder();
    const server = await startServer({ dataDir: folder, wrapStore: store.wrap, rooms: { checkpointUpdates: 20 } });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    for (let count = 0; count < 90; count += 1) addNote(peer.doc, `note ${count}`);
    await saved(peer, 1);
    await until(() => store.calls.checkpoint >= 1, "a checkpoint");
    for (let count = 0; count < 30; count += 1) addNote(peer.doc, `later ${count}`);
    await saved(peer, 2);
    const before = readBoard(peer.doc);
    await server.close();
    const again = await server.restart();
    const fresh = connect(again, board.id, session, "board");
    await synced(fresh);
    expect(readBoard(fresh.doc)).toEqual(before);
  });

  it("[R18] [V5] [V9] a vote left open keeps nothing in memory: who comes back finds it as it was, and it ends in time", async () => {
    const stores: BoardStore[] = [];
    let aheadMs = 0;
    const server = await startServer({
      wrapStore: (store) => (stores.push(store), store),
      now: () => Date.now() + aheadMs,
      rooms: { unloadAfterMs: 200, sweepMs: 10 },
      ballots: { tellEveryMs: 10 },
    });
    const vote = await openVote(server, ["Sleep"]);
    const { id: board } = vote.board;
    const [bo, cy, dee] = await vote.people(3);
    if (!bo || !cy || !dee) throw new Error("three people");
    const pages = [bo, cy].map(({ session }) => connect(server, board, session, "workshop"));
    const desk = connect(server, board, vote.awa.session, "desk");
    await Promise.all([...pages, desk].map(synced));
    const id = await vote.open({ method: "dots", minutes: 60 });
    const both = [bo.person, cy.person].toSorted();
    await until(() => readBallotDesk(desk.doc).get(id)?.waiting.length === 2, "the two who are there");
    expect(readBallotDesk(desk.doc).get(id)).toEqual({ answered: 0, of: 2, waiting: both });
    for (const { provider } of [...pages, desk]) provider.destroy();
    vote.leave();
    const isEmpty = async () => (await healthOf(server)).rooms === 0;
    await until(isEmpty, "the empty memory");

    const paper: Paper = { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } };
    for (const person of [bo, dee]) expect((await vote.give(person, id, paper)).status).toBe(200);
    await vote.ask("DELETE", `ballots/${id}/paper`, undefined, dee.session);
    await until(isEmpty, "the memory that is empty again");
    const again = connect(server, board, vote.awa.session, "desk");
    await synced(again);
    const three = { answered: 1, of: 3, waiting: [cy.person, dee.person].toSorted() };
    await until(() => readBallotDesk(again.doc).get(id)?.of === 3, "what was told while nobody was there");
    expect(readBallotDesk(again.doc).get(id)).toEqual(three);
    const page = connect(server, board, cy.session, "workshop");
    await synced(page);
    expect((await vote.give(cy, id, paper)).status).toBe(200);
    await until(() => readBallotDesk(again.doc).get(id)?.answered === 2, "a paper of who came back");
    expect(readBallotDesk(again.doc).get(id)).toEqual({ answered: 2, of: 3, waiting: [dee.person] });

    for (const { provider } of [again, page]) provider.destroy();
    await until(isEmpty, "the empty memory, once more");
    aheadMs = 3_600_000;
    await until(async () => (await stores[0]?.ballot(board, id))?.closedAt, "its end while nobody is there");
  });

  it("[R17] stopping keeps what was received, answers the barriers behind it, and asks everybody to come back", async () => {
    const folder = await openFolder();
    const server = await startServer({ dataDir: folder });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const peer = connect(server, board.id, session, "board");
    const quiet = await openSynced(server, board.id, "workshop", session);
    await synced(peer);
    addNote(peer.doc, "at the last moment");
    const barrier = saved(peer, 1);
    await until(async () => (await healthOf(server)).connections === 2, "both connections");
    await server.close();
    await barrier;
    expect(await quiet.closed).toBe(CLOSE.restart);
    peer.provider.disconnect();
    const again = await server.restart();
    const fresh = connect(again, board.id, session, "board");
    await synced(fresh);
    expect(readBoard(fresh.doc)).toEqual(readBoard(peer.doc));
  });

  it("[U15] the store is looked at once a second, also after the clock was set back", async () => {
    const store = holdStore();
    let time = 3_600_000;
    const server = await startServer({ wrapStore: store.wrap, now: () => time });
    const looks = async () => {
      await healthOf(server);
      return store.calls.check;
    };
    expect([await looks(), await looks()]).toEqual([1, 1]);
    time = 0;
    expect([await looks(), await looks()]).toEqual([2, 2]);
    time += 1_000;
    expect(await looks()).toBe(3);
    const board = await openBoard(server);
    const { session } = await board.join("facilitator");
    store.fail(board.id);
    const rename = { body: { title: "Not kept" }, session };
    expect((await ask(server, "PATCH", `/api/boards/${board.id}`, rename)).status).toBe(503);
    expect((await ask(server, "GET", "/healthz")).status).toBe(503);
    time = 0;
    expect((await ask(server, "GET", "/healthz")).status).toBe(200);
  });

  it("[R20] more connections than allowed are asked to come back later; the others stay", async () => {
    const server = await startServer({ rooms: { connectionsPerPerson: 2, connectionsPerBoard: 3 } });
    const board = await openBoard(server);
    const [ada, grace] = [await board.join("participant", "Ada"), await board.join("viewer", "Grace")];
    const open = (session: string) => openRaw(server, board.id, "board", { session });
    const first = await open(ada.session);
    await open(ada.session);
    expect(await (await open(ada.session)).closed).toBe(CLOSE.busy);
    await open(grace.session);
    expect(await (await open(grace.session)).closed).toBe(CLOSE.busy);
    first.socket.terminate();
    await until(async () => (await healthOf(server)).connections === 2, "the place");
    const next = await open(grace.session);
    await next.hears(0, 0);
  });
});
