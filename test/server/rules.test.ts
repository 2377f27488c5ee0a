import {
  applyEdits,
  createBoardDoc,
  encodeDoc,
  readBoard,
  readWorkshop,
  type StateDoc,
} from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { LIMITS, newCardId } from "@palabre/shared/terms";
import type { BoardStore } from "@palabre/server/stores";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced, type Peer } from "../helpers/client.ts";
import { refusalOf } from "../helpers/refusal.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

async function boardWith(options: Parameters<typeof startServer>[0] = {}) {
  let now = Date.now();
  const server = await startServer({ now: () => now, ...options });
  const board = await openBoard(server);
  const facilitator = await board.join("facilitator", "Awa");
  const participant = await board.join("participant", "Bo");
  const rules = (body: unknown, session = facilitator.session, at: TestServer = server) =>
    ask<{ frozen: boolean; locks: string[]; code?: string }>(at, "PATCH", `/api/boards/${board.id}/rules`, {
      body,
      session,
    });
  return { server, board, facilitator, participant, rules, pass: (ms: number) => void (now += ms) };
}

describe("the rules of a board", () => {
  it("[F9] a frozen board takes what was under way for three seconds, then nothing of participants; facilitators go on", async () => {
    const { server, board, facilitator, participant, rules, pass } = await boardWith();
    const [awa, bo] = [
      connect(server, board.id, facilitator.session, "board"),
      connect(server, board.id, participant.session, "board"),
    ];
    const seen = connect(server, board.id, participant.session, "workshop");
    await Promise.all([synced(awa), synced(bo), synced(seen)]);
    expect((await rules({ frozen: true })).body).toEqual({ frozen: true, locks: [] });
    await until(() => readWorkshop(seen.doc as StateDoc).rules.frozen, "the freeze to be seen");
    const inGrace = addNote(bo.doc, "under way");
    await saved(bo, 1);
    pass(3_000);
    const refused = refusalOf(bo);
    addNote(bo.doc, "too late");
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "frozen" });
    const mine = addNote(awa.doc, "the facilitator's");
    await saved(awa, 1);
    expect([...readBoard(awa.doc).cards.keys()].sort()).toEqual([inGrace, mine].sort());
    await rules({ frozen: false });
    const again = connect(server, board.id, participant.session, "board");
    await synced(again);
    addNote(again.doc, "thawed");
    await saved(again, 1);
    expect(readBoard(again.doc).cards.size).toBe(3);
  });

  it("[F10] what a facilitator locked is changed by facilitators only, and everything else goes on", async () => {
    const { server, board, facilitator, participant, rules, pass } = await boardWith();
    const awa = connect(server, board.id, facilitator.session, "board");
    await synced(awa);
    const [locked, free] = [addNote(awa.doc, "the question"), addNote(awa.doc, "an idea")];
    await saved(awa, 1);
    expect((await rules({ lock: { things: [locked], locked: true } })).body.locks).toEqual([locked]);
    pass(3_000);
    const bo = connect(server, board.id, participant.session, "board");
    await synced(bo);
    applyEdits(bo.doc, [{ type: "moveCards", moves: [{ card: free, to: [7, 7] }] }]);
    await saved(bo, 1);
    const refused = refusalOf(bo);
    applyEdits(bo.doc, [{ type: "moveCards", moves: [{ card: locked, to: [9, 9] }] }]);
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "locked" });
    applyEdits(awa.doc, [{ type: "moveCards", moves: [{ card: locked, to: [5, 5] }] }]);
    await saved(awa, 2);
    const { cards } = readBoard(awa.doc);
    expect([cards.get(locked)?.position, cards.get(free)?.position]).toEqual([
      [5, 5],
      [7, 7],
    ]);
    expect((await rules({ lock: { things: [locked], locked: false } })).body.locks).toEqual([]);
  });

  it("[F9] the rules hold from the first edit on after a restart", async () => {
    const { server, board, participant, rules } = await boardWith({ dataDir: await openFolder() });
    await rules({ frozen: true });
    await server.close();
    const again = await server.restart();
    const bo = connect(again, board.id, participant.session, "board");
    const refused = refusalOf(bo);
    await synced(bo);
    addNote(bo.doc, "before anything was loaded");
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "frozen" });
  });

  it("[F9] a freeze that races fifty edits loses none silently: each is on the board, or its writer was told", async () => {
    const { server, board, facilitator, participant, rules, pass } = await boardWith();
    const writers = Array.from({ length: 5 }, () => connect(server, board.id, participant.session, "board"));
    await Promise.all(writers.map(synced));
    const toldBy = new Map<Peer, boolean>();
    for (const writer of writers) void refusalOf(writer).then(() => toldBy.set(writer, true));
    const made = new Map<string, Peer>();
    for (let round = 0; round < 10; round += 1) {
      for (const writer of writers) made.set(addNote(writer.doc, `idea ${round}`), writer);
      if (round === 4) {
        await rules({ frozen: true });
        pass(3_000);
      }
    }
    const reader = connect(server, board.id, facilitator.session, "board");
    await synced(reader);
    const isSettled = () =>
      [...made].every(([id, writer]) => readBoard(reader.doc).cards.has(id as never) || toldBy.get(writer) === true);
    await until(isSettled, "each edit to be kept, or its writer to be told");
    expect([...toldBy.values()].length).toBeGreaterThan(0);
  });

  it("[F9] a freeze that comes while the board is being opened holds from the first edit on", async () => {
    const { server, board, participant, rules, pass } = await boardWith({ dataDir: await openFolder() });
    await server.close();
    const again = await server.restart();
    // both open the board and its rules at once
    const bo = connect(again, board.id, participant.session, "board");
    await Promise.all([rules({ frozen: true }, undefined, again), synced(bo)]);
    pass(3_000);
    const refused = refusalOf(bo);
    addNote(bo.doc, "too late");
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "frozen" });
  });

  it("[F8] a board holds as many locks as it can hold cards and links, and takes them in parts", async () => {
    const { rules } = await boardWith();
    const things = (n: number) => Array.from({ length: n }, newCardId);
    const most = LIMITS.locksPerRequest;
    expect((await rules({ lock: { things: things(most + 1), locked: true } })).status).toBe(400);
    const last = things(most);
    for (let locked = 0; locked < LIMITS.locksPerBoard; locked += most) {
      const isLast = locked + most === LIMITS.locksPerBoard;
      const { body } = await rules({ lock: { things: isLast ? last : things(most), locked: true } });
      expect(body.locks).toHaveLength(locked + most);
    }
    expect((await rules({ lock: { things: things(1), locked: true } })).status).toBe(400);
    // what is locked already is no more
    expect((await rules({ lock: { things: last, locked: true } })).body.locks).toHaveLength(LIMITS.locksPerBoard);
    expect((await rules({ lock: { things: last, locked: false } })).body.locks).toHaveLength(
      LIMITS.locksPerBoard - most,
    );
  });

  it("[F8] only facilitators change the rules; a bad change changes nothing", async () => {
    const { participant, rules } = await boardWith();
    expect((await rules({ frozen: true }, participant.session)).status).toBe(403);
    expect((await rules({ frozen: "yes" })).status).toBe(400);
    expect((await rules({ lock: { things: ["x"], locked: true } })).status).toBe(400);
    const card = newCardId();
    expect((await rules({ lock: { things: [card], locked: true } })).body).toEqual({ frozen: false, locks: [card] });
    expect((await rules({})).body).toEqual({ frozen: false, locks: [card] });
  });
});

describe("a board of which a record can't be read", () => {
  it("[R65] opens without it, and tells facilitators until one takes note", async () => {
    const stores: BoardStore[] = [];
    const server = await startServer({ wrapStore: (store) => (stores.push(store), store) });
    const board = await openBoard(server);
    const facilitator = await board.join("facilitator", "Awa");
    const whole = createBoardDoc();
    const kept = addNote(whole, "whole");
    await stores[0]?.append(
      [encodeDoc(whole), Uint8Array.of(255, 255, 255)].map((bytes) => ({ board: board.id, document: "board", bytes })),
    );
    const [awa, workshop] = [
      connect(server, board.id, facilitator.session, "board"),
      connect(server, board.id, facilitator.session, "workshop"),
    ];
    await Promise.all([synced(awa), synced(workshop)]);
    expect([...readBoard(awa.doc).cards.keys()]).toEqual([kept]);
    const notice = () => readWorkshop(workshop.doc as StateDoc).damage;
    expect((await until(notice, "the notice")).count).toBe(1);
    const dismissed = await ask(server, "DELETE", `/api/boards/${board.id}/notices/damage`, {
      session: facilitator.session,
    });
    expect(dismissed.status).toBe(204);
    await until(() => notice() === undefined, "the notice to go");
  });
});
