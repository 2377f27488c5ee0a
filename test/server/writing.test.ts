import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  createStateDoc,
  encodeDoc,
  readBoard,
  writeState,
} from "@palabre/shared/documents";
import { CLOSE, MAX_FRAME_BYTES } from "@palabre/shared/protocol";
import type { PersonId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
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
  type OpenedBoard,
} from "../helpers/client.ts";
import { seeded, type Random } from "../helpers/seeded.ts";
import { startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** What a fresh reader gets. */
async function contentsOf(server: TestServer, board: OpenedBoard, document: "board" | "workshop"): Promise<Uint8Array> {
  const { session } = await board.join("facilitator", "Reader");
  const client = await openSynced(server, board.id, document, session);
  const answer = bodyOf(await client.hears(0, 1));
  client.socket.terminate();
  return answer;
}

const noteBytes = (text: string, by?: PersonId): Uint8Array => {
  const doc = createBoardDoc();
  addNote(doc, text, by);
  return encodeDoc(doc);
};
/** 0, 1 and 2 as varints of more bytes than they need */
const overlong = (value: number, length = 3): Uint8Array =>
  Uint8Array.from([value | 0x80, ...Array.from({ length: length - 2 }, () => 0x80), 0]);
const glued = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
/** A varint length and the bytes, as a message has them. */
const counted = (bytes: Uint8Array): Uint8Array => message(bytes);

describe("who may write", () => {
  it("[R6] a viewer's update closes the connection and changes nothing, however it is spelled", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session } = await board.join("viewer");
    const before = await contentsOf(server, board, "board");
    const update = noteBytes("by a viewer");
    const frames = [
      message(0, 2, update),
      glued(overlong(0), message(2), counted(update)),
      glued(message(0), overlong(2), counted(update)),
      glued(overlong(0, 8), overlong(2, 8), counted(update)),
    ];
    for (const frame of frames) {
      const client = await openSynced(server, board.id, "board", session);
      client.send(frame);
      expect(await client.closed).toBe(CLOSE.forbidden);
    }
    expect(await contentsOf(server, board, "board")).toEqual(before);
  });

  it("[R6] a viewer's answer to the server's question is ignored, and the viewer goes on reading", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const viewer = await openSynced(server, board.id, "board", (await board.join("viewer")).session);
    const update = noteBytes("by a viewer");
    viewer.send(message(0, 1, update));
    viewer.send(glued(overlong(0), overlong(1), counted(update)));
    viewer.send(message(100, 1));
    await viewer.hears(100, 1);
    expect(await contentsOf(server, board, "board")).toEqual(Uint8Array.of(0, 0));
    const peer = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(peer);
    addNote(peer.doc, "by a participant");
    await viewer.hears(0, 2);
  });

  it("[R6] a stock provider of a viewer keeps its edits to itself", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const viewer = connect(server, board.id, (await board.join("viewer")).session, "board");
    addNote(viewer.doc, "before the connection");
    await synced(viewer);
    addNote(viewer.doc, "after it");
    const peer = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(peer);
    expect(readBoard(peer.doc).cards.size).toBe(0);
  });

  it("[R7] nobody but the server writes `workshop` and `desk`, and only facilitators read the desk", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const before = await contentsOf(server, board, "workshop");
    const forged = createStateDoc();
    writeState(forged, [{ map: "about", key: "title", value: "Forged" }]);
    const facilitator = await board.join("facilitator", "Reader");
    for (const document of ["workshop", "desk"] as const) {
      const client = await openSynced(server, board.id, document, facilitator.session);
      client.send(message(0, 1, encodeDoc(forged)));
      client.send(message(100, 1));
      await client.hears(100, 1);
      client.send(message(0, 2, encodeDoc(forged)));
      expect(await client.closed).toBe(CLOSE.forbidden);
    }
    for (const role of ["participant", "viewer"] as const) {
      const client = await openRaw(server, board.id, "desk", { session: (await board.join(role, "Reader")).session });
      expect(await client.closed).toBe(CLOSE.forbidden);
      expect(client.heard).toEqual([]);
    }
    const after = createStateDoc();
    Y.applyUpdate(after, await contentsOf(server, board, "workshop"));
    const title = createStateDoc();
    Y.applyUpdate(title, before);
    expect(after.getMap("about").toJSON()).toEqual(title.getMap("about").toJSON());
  });
});

describe("what is sent", () => {
  it("[R9] what is written outside the layout of the board is refused", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session } = await board.join("participant");
    const foreign = new Y.Doc();
    foreign.getMap("papers").set("x", 1);
    for (const type of [1, 2]) {
      const client = await openSynced(server, board.id, "board", session);
      client.send(message(0, type, Y.encodeStateAsUpdate(foreign)));
      expect(await client.closed).toBe(CLOSE.forbidden);
    }
    expect(await contentsOf(server, board, "board")).toEqual(Uint8Array.of(0, 0));
  });

  it("[R10] what refers to something the server lacks ends that connection for now, and disturbs no other", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const witness = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(witness);
    const { session, person } = await board.join("participant");
    const client = await openSynced(server, board.id, "board", session);
    const doc = createBoardDoc();
    const id = addNote(doc, "never sent", person);
    client.send(
      message(
        0,
        2,
        updateOf(doc, () => applyEdits(doc, [{ type: "moveCards", moves: [{ card: id, to: [1, 2] }] }])),
      ),
    );
    client.send(message(100, 1));
    expect(await client.closed).toBe(CLOSE.later);
    expect(heardOf(client, 100)).toEqual([]);
    addNote(witness.doc, "goes on");
    await saved(witness, 1);
    expect(witness.provider.wsconnected).toBe(true);
    expect([...readBoard(witness.doc).cards.values()].map(({ text }) => text)).toEqual(["goes on"]);
  });

  it("[R11] a frame, an update and a board have a size; deleting goes on when the board is full", async () => {
    const server = await startServer({ rooms: { boardBytes: 60_000 } });
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const open = () => openSynced(server, board.id, "board", session);
    const large = await open();
    large.send(new Uint8Array(MAX_FRAME_BYTES + 1));
    expect(await large.closed).toBe(1009);
    const update = await open();
    update.send(message(0, 2, noteBytes("x".repeat(1024 * 1024), person)));
    expect(await update.closed).toBe(CLOSE.tooLarge);

    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    const first = addNote(peer.doc, "x".repeat(19_000));
    addNote(peer.doc, "y".repeat(19_000));
    addNote(peer.doc, "z".repeat(19_000));
    await saved(peer, 1);
    const beyond = await open();
    beyond.send(message(0, 2, noteBytes("w".repeat(19_000), person)));
    expect(await beyond.closed).toBe(CLOSE.tooLarge);
    peer.doc.getMap<Y.Text>("text").get(first)?.delete(0, 18_000);
    await saved(peer, 2);
    expect(peer.provider.wsconnected).toBe(true);
  });

  it("[R82] on a full board things still go to the trash, up to a reserve, and emptying it makes room", async () => {
    const server = await startServer({ rooms: { boardBytes: 60_000 } });
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    const cards = Array.from({ length: 140 }, () => addNote(peer.doc, "small", person));
    for (let left = 59_600; (left = 59_600 - encodeDoc(peer.doc).length) > 0;)
      addNote(peer.doc, "x".repeat(Math.min(left, 15_000)), person);
    await saved(peer, 1);
    for (const [at, card] of cards.slice(0, 20).entries()) {
      applyEdits(peer.doc, [{ type: "trash", things: [card], at: 5 }]);
      await saved(peer, 2 + at);
    }
    expect(encodeDoc(peer.doc).length).toBeGreaterThan(60_000);
    const beyond = await openSynced(server, board.id, "board", session);
    beyond.send(message(0, 2, noteBytes("w", person)));
    expect(await beyond.closed).toBe(CLOSE.tooLarge);

    const copy = createBoardDoc();
    applyUpdate(copy, encodeDoc(peer.doc));
    const restless = await openSynced(server, board.id, "board", session);
    for (const card of cards.slice(20))
      restless.send(
        message(
          0,
          2,
          updateOf(copy, () => applyEdits(copy, [{ type: "trash", things: [card], at: 5 }])),
        ),
      );
    expect(await restless.closed).toBe(CLOSE.tooLarge);
    const fatou = (await board.join("facilitator")).session;
    await ask(server, "POST", `/api/boards/${board.id}/trash/empty`, { session: fatou });
    await until(() => readBoard(peer.doc).cards.size < 100, "the empty trash");
    addNote(peer.doc, "room again", person);
    await saved(peer, 99);
    expect(peer.provider.wsconnected).toBe(true);
  });

  it("[R8] damaged frames end the connection that sent them with 4400, and neither disturb others nor stay", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Vandal");
    const witness = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(witness);
    addNote(witness.doc, "before");
    await saved(witness, 1);
    const good = message(0, 2, noteBytes("damaged"));
    const damaged: Record<string, Uint8Array | string> = {
      text: "hello",
      empty: new Uint8Array(),
      "unknown type": message(9),
      "unknown step": message(0, 7, new Uint8Array()),
      "no body": message(0),
      truncated: good.slice(0, -5),
      trailing: glued(good, Uint8Array.of(0)),
      "length beyond the frame": glued(message(0, 2, 1_000_000), Uint8Array.of(1, 2, 3)),
      "length beyond the update": message(0, 2, Uint8Array.of(1, 1, 7, 0, 4, 1, 1, 255, 255, 255, 15, 65)),
      "array length beyond the update": message(0, 2, Uint8Array.of(1, 1, 7, 0, 8, 1, 4, 255, 255, 255, 255, 15)),
      "state vector of nothing": message(0, 0, Uint8Array.of(255, 255, 255, 255, 15)),
      "barrier without end": glued(message(100), new Uint8Array(147).fill(128), Uint8Array.of(1)),
      "presence that is no JSON": message(1, message(1, 7, 1, "{not json")),
      "presence of more than there is": message(1, message(9)),
      "presence id without end": message(
        1,
        glued(message(1), new Uint8Array(147).fill(128), Uint8Array.of(1), message(1, "{}")),
      ),
    };
    for (const [what, frame] of Object.entries(damaged)) {
      const client = await openSynced(server, board.id, "board", session);
      client.send(frame);
      expect(await client.closed, what).toBe(CLOSE.badFrame);
    }
    await saved(witness, 2);
    expect(witness.provider.wsconnected).toBe(true);
    expect([...readBoard(witness.doc).cards.values()].map(({ text }) => text)).toEqual(["before"]);
  });

  it("[R8] 200 random frames, some of them damaged copies of good ones, never reach another or stay", async () => {
    const seed = 20_260_117;
    const random = seeded(seed);
    const server = await startServer();
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Vandal");
    const witness = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(witness);
    addNote(witness.doc, "before");
    await saved(witness, 1);
    const before = readBoard(witness.doc);
    const drops: unknown[] = [];
    witness.provider.on("connection-close", (event) => drops.push(event));
    for (let index = 0; index < 200; index += 1) {
      const client = await openRaw(server, board.id, "board", { session });
      const frame = random.chance(0.5) ? damagedCopy(random) : randomFrame(random);
      client.send(frame);
      await Promise.race([roundTrip(client), client.closed]);
      client.socket.terminate();
      await client.closed;
    }
    addNote(witness.doc, "after");
    await saved(witness, 2);
    expect(drops, `seed ${seed}`).toEqual([]);
    const after = readBoard(witness.doc);
    for (const [id, card] of before.cards) expect(after.cards.get(id), `seed ${seed}`).toEqual(card);
    const fresh = connect(server, board.id, session, "board");
    await synced(fresh);
    expect(readBoard(fresh.doc), `seed ${seed}`).toEqual(after);
  });
});

/** A sound step 2 in which up to three bytes are other ones. */
function damagedCopy(random: Random): Uint8Array {
  const frame = message(0, 1, noteBytes("damaged"));
  for (let times = 1 + random.integer(3); times > 0; times -= 1)
    frame[2 + random.integer(frame.length - 2)] = random.integer(256);
  return frame;
}
/** Anything at all, half of the time behind a sound type. */
function randomFrame(random: Random): Uint8Array {
  const frame = random.bytes(1 + random.integer(300));
  if (random.chance(0.5)) frame.set([random.integer(2), random.integer(3)].slice(0, frame.length));
  return frame;
}
