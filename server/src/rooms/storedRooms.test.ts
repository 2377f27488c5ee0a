import { once } from "node:events";
import type { AddressInfo } from "node:net";
import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  createStateDoc,
  encodeDoc,
  observeUpdates,
  readBoard,
  readWorkshop,
  stateVectorOf,
  writeState,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { newBoardId, newCardId, newPersonId } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { createLog } from "../log.ts";
import { openBoardStore, type BoardStore } from "../stores/index.ts";
import type { RoomLimits } from "./limits.ts";
import { createRooms } from "./roomRegistry.ts";
import { step1Frame } from "./wire.ts";

async function opened(
  limits: Partial<RoomLimits> = {},
  calls: (memory: BoardStore) => Partial<BoardStore> = () => ({}),
  now: () => number = Date.now,
) {
  const memory = await openBoardStore(undefined);
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await memory.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  const replaced = calls(memory);
  const store = new Proxy(memory, {
    get: (target, name: keyof BoardStore) =>
      replaced[name] ?? (target[name] as (...given: unknown[]) => unknown).bind(target),
  });
  const rooms = createRooms({ store, log: createLog("silent"), limits, now });
  onTestFinished(() => rooms.close());
  return { memory, board, rooms };
}
const addCard = (doc: BoardDoc, text: string) =>
  applyEdits(doc, [{ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text, at: 1 }]);
const textsIn = (bytes: Uint8Array) => {
  const doc = createBoardDoc();
  applyUpdate(doc, bytes);
  return [...readBoard(doc).cards.values()].map(({ text }) => text).sort();
};
/** What `write` does to a board of its own, an update for each. */
const updatesOf = (...texts: readonly string[]) => {
  const doc = createBoardDoc();
  const updates: Uint8Array[] = [];
  observeUpdates(doc, (update) => updates.push(update));
  for (const text of texts) addCard(doc, text);
  return updates;
};

it("[R87] a whole board is written down once for all who read it, until it changes", async () => {
  const { board, rooms } = await opened();
  await rooms.write(board, "board", (doc) => addCard(doc as BoardDoc, "1"));
  const [one, two] = await Promise.all([rooms.read(board, "board"), rooms.read(board, "board")]);
  expect(two).toBe(one);
  await rooms.write(board, "board", (doc) => addCard(doc as BoardDoc, "2"));
  expect(textsIn(await rooms.read(board, "board"))).toEqual(["1", "2"]);
  expect(textsIn(one)).toEqual(["1"]);
});

describe("a document that is damaged on disk", () => {
  it("[R61] opens with all that still fits; the rest is set aside, and how much is missing is told", async () => {
    const { memory, board, rooms } = await opened();
    const [one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = updatesOf("1", "2", "3");
    const other = updatesOf("other");
    const batch = [one, two, three, ...other].map((bytes) => ({ board, document: "board" as const, bytes }));
    await memory.append(batch);
    await memory.setAside(board, "board", [2], "damaged");
    const told: unknown[] = [];
    rooms.onQuarantined((...given) => told.push(given));
    expect(textsIn(await rooms.read(board, "board"))).toEqual(["1", "other"]);
    expect(told).toEqual([[board, "board", 2]]);
    const stored = await memory.load(board, "board");
    expect([stored.seqs, stored.quarantined]).toEqual([[1, 4], 2]);
    await rooms.write(board, "board", (doc) => addCard(doc as BoardDoc, "after"));
    expect((await memory.load(board, "board")).seq).toBe(5);
    expect(textsIn(await rooms.read(board, "board"))).toEqual(["1", "after", "other"]);
  });

  it("[R61] an entry that is no update is found out and set aside alone", async () => {
    const { memory, board, rooms } = await opened();
    const batch = [...updatesOf("1"), Uint8Array.of(255, 255, 255), ...updatesOf("2")];
    await memory.append(batch.map((bytes) => ({ board, document: "board" as const, bytes })));
    expect(textsIn(await rooms.read(board, "board"))).toEqual(["1", "2"]);
    expect((await memory.load(board, "board")).seqs).toEqual([1, 3]);
  });

  it("[R61] is refused, not opened as empty, when nothing of it fits", async () => {
    const { memory, board, rooms } = await opened();
    const batch = updatesOf("1", "2").map((bytes) => ({ board, document: "board" as const, bytes }));
    await memory.append(batch);
    await memory.setAside(board, "board", [1], "damaged");
    await expect(rooms.read(board, "board")).rejects.toMatchObject({ code: "damaged-document" });
    expect((await memory.load(board, "board")).seqs).toEqual([2]);
  });

  it("[R62] is written again from memory when the disk loses a part of it while it is open", async () => {
    let isDamaged = false;
    const { memory, board, rooms } = await opened({ checkpointUpdates: 4 }, (plain) => ({
      load: async (...given) => {
        const stored = await plain.load(...given);
        return isDamaged ? { ...stored, updates: stored.updates.slice(1), quarantined: 1 } : stored;
      },
    }));
    await rooms.write(board, "board", (doc) => addCard(doc as BoardDoc, "1"));
    isDamaged = true;
    for (const text of ["2", "3", "4"]) await rooms.write(board, "board", (doc) => addCard(doc as BoardDoc, text));
    await vi.waitFor(async () => expect((await memory.load(board, "board")).checkpoint).toBeDefined());
    const { checkpoint, updates, seq } = await memory.load(board, "board");
    expect([updates, seq]).toEqual([[], 4]);
    expect(textsIn(checkpoint ?? new Uint8Array())).toEqual(["1", "2", "3", "4"]);
  });
});

it("[R67] a long journal becomes a checkpoint; soon after another one, only when it is four times as long", async () => {
  let time = 1_000_000;
  const made: number[] = [];
  const { board, rooms } = await opened(
    { checkpointUpdates: 3, checkpointEveryMs: 1_000 },
    (plain) => ({
      checkpoint: async (...given) => {
        await plain.checkpoint(...given);
        made.push(given[2]);
      },
    }),
    () => time,
  );
  const write = async (count: number) => {
    for (let at = 0; at < count; at += 1) await rooms.write(board, "board", (doc) => addCard(doc as BoardDoc, "text"));
  };
  await write(3);
  await vi.waitFor(() => expect(made).toEqual([3]));
  await write(11);
  expect(made).toEqual([3]);
  await write(1);
  await vi.waitFor(() => expect(made).toEqual([3, 15]));
  time += 1_000;
  await write(2);
  expect(made).toEqual([3, 15]);
  await write(1);
  await vi.waitFor(() => expect(made).toEqual([3, 15, 18]));
});

describe("a document of the server's own", () => {
  /** Ever new values of two keys, which leave a trace of each behind. */
  const rewrite = (doc: StateDoc) => {
    for (let count = 0; count < 15_000; count += 1) {
      writeState(doc, [{ map: "about", key: count % 2 === 0 ? "title" : "language", value: `value ${count}` }]);
    }
    writeState(doc, [{ map: "about", key: "title", value: "At last" }]);
  };

  it("[R60] starts afresh when it outgrew what is alive and nobody is there, and copies of before are told so", async () => {
    const { memory, board, rooms } = await opened({ unloadAfterMs: 0, sweepMs: 5 });
    const before = await rooms.write(board, "workshop", (doc) => {
      rewrite(doc as StateDoc);
      return encodeDoc(doc);
    });
    expect(before.length).toBeGreaterThan(64 * 1024);
    const { seq } = await memory.load(board, "workshop");
    await vi.waitFor(() => expect(rooms.counts().rooms).toBe(0), { timeout: 10_000 });
    const stored = await memory.load(board, "workshop");
    expect(stored).toMatchObject({ checkpoint: undefined, seq: seq + 1, seqs: [seq + 1] });
    const fresh = createStateDoc();
    for (const update of stored.updates) applyUpdate(fresh, update);
    expect(readWorkshop(fresh).title).toBe("At last");
    expect(encodeDoc(fresh).length).toBeLessThan(1_000);

    const old = createStateDoc();
    applyUpdate(old, before);
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await once(server, "listening");
    const visitor = { board, person: newPersonId(), role: "viewer", name: "Ada", colour: 1, device: "d" } as const;
    server.on("connection", (webSocket, { socket: stream }) =>
      rooms.accept({ webSocket, stream, address: "127.0.0.1" }, visitor, "workshop"),
    );
    onTestFinished(() => {
      server.close();
    });
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await once(client, "message");
    client.send(step1Frame(stateVectorOf(fresh)));
    await once(client, "message");
    client.send(step1Frame(stateVectorOf(old)));
    expect(await once(client, "close")).toEqual([CLOSE.newEpoch, Buffer.alloc(0)]);
    // what is written from there on is on top of the fresh one
    await rooms.write(board, "workshop", (doc) =>
      writeState(doc as StateDoc, [{ map: "about", key: "title", value: "Next" }]),
    );
    expect((await memory.load(board, "workshop")).seq).toBe(seq + 2);
  });

  it("[R60] stays as it is when the new epoch can't be written, or it is small", async () => {
    const { memory, board, rooms } = await opened({ unloadAfterMs: 0, sweepMs: 5 }, () => ({
      startEpoch: () => Promise.reject(new Error("disk full")),
    }));
    await rooms.write(board, "workshop", (doc) => rewrite(doc as StateDoc));
    await rooms.write(board, "desk", (doc) => writeState(doc as StateDoc, [{ map: "sources", key: "a", value: "b" }]));
    await vi.waitFor(() => expect(rooms.counts().rooms).toBe(0), { timeout: 10_000 });
    expect((await memory.load(board, "workshop")).checkpoint?.length).toBeGreaterThan(64 * 1024);
    expect((await memory.load(board, "desk")).seq).toBe(1);
    const doc = createStateDoc();
    applyUpdate(doc, await rooms.read(board, "workshop"));
    expect(readWorkshop(doc).title).toBe("At last");
  });
});
