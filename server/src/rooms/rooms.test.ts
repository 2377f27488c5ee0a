import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { applyEdits, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { CLOSE, SYNC } from "@palabre/shared/protocol";
import { newBoardId, newCardId, newPersonId } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { createLog } from "../log.ts";
import { openBoardStore, type BoardStore } from "../stores/index.ts";
import { createRooms } from "./roomRegistry.ts";
import { barrierFrame, step2Head } from "./wire.ts";

/** One client of a room over a real socket, and a store that keeps its callers waiting. */
async function roomWithClient() {
  const memory = await openBoardStore(undefined);
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  let appends = 0;
  const append: BoardStore["append"] = async (batch) => {
    appends += 1;
    await gate;
    return memory.append(batch);
  };
  const store: BoardStore = new Proxy(memory, {
    get: (target, name: keyof BoardStore) =>
      name === "append" ? append : (target[name] as (...given: unknown[]) => unknown).bind(target),
  });
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await memory.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  const rooms = createRooms({ store, log: createLog("silent") });
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const visitor = { board, person: newPersonId(), role: "participant", name: "Ada", colour: 1, device: "d" } as const;
  server.on("connection", (webSocket, { socket: stream }) =>
    rooms.accept({ webSocket, stream, address: "127.0.0.1" }, visitor, "board"),
  );
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    client.terminate();
    server.close();
  });
  const heard: string[] = [];
  client.on("message", (data: Buffer) => heard.push(data.toString("hex")));
  client.on("close", (code) => heard.push(`closed with ${code}`));
  await once(client, "message");
  client.send(step2Frame(Uint8Array.of(0, 0)));
  return { rooms, person: visitor.person, client, heard, release, memory, board, appends: () => appends };
}

/** The same message as a step 2 but for its second byte. */
const step2Frame = (update: Uint8Array) => Uint8Array.from([...step2Head(update.length), ...update]);
const updateFrame = (update: Uint8Array) => step2Frame(update).with(1, SYNC.update);
const isOf = (frame: Uint8Array) => Buffer.from(frame).toString("hex");

describe("rooms", () => {
  it("[R17] a stop waits for what is on its way to the disk, and answers the barriers behind it, before it closes", async () => {
    const { rooms, person, client, heard, release, memory, board, appends } = await roomWithClient();
    const doc = createBoardDoc();
    applyEdits(doc, [
      { type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text: "last", at: 1, by: person },
    ]);
    client.send(updateFrame(encodeDoc(doc)));
    client.send(barrierFrame(1));
    client.ping();
    await once(client, "pong");
    expect(appends()).toBe(1);
    const closing = rooms.close();
    // had it closed already, the close would come before the pong
    client.ping();
    await Promise.race([once(client, "pong"), once(client, "close")]);
    expect(heard.slice(1)).toEqual([]);
    release();
    await closing;
    expect(heard.slice(1)).toEqual([isOf(barrierFrame(1)), `closed with ${CLOSE.restart}`]);
    expect((await memory.load(board, "board")).updates).toEqual([encodeDoc(doc)]);
    // a second stop is the same one
    await rooms.close();
  });
});
