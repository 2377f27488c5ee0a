import type { Duplex } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  applyEdits,
  createBoardDoc,
  encodeDoc,
  observeUpdates,
  openCardText,
  stateVectorOf,
  type Edit,
} from "@palabre/shared/documents";
import { CLOSE, SYNC } from "@palabre/shared/protocol";
import { newBoardId, newCardId, newPersonId } from "@palabre/shared/terms";
import * as encoding from "lib0/encoding";
import { expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { createLog } from "../log.ts";
import { openBoardStore } from "../stores/index.ts";
import { createRooms } from "./roomRegistry.ts";
import { barrierFrame, framed, step1Frame, step2Head } from "./wire.ts";

/** A socket by hand: what is said on it, and what it is told, in the step in which it happens. */
function handSocket() {
  const listeners = new Map<string, (...given: unknown[]) => void>();
  const heard: string[] = [];
  let readyState = 1;
  const close = (code?: number) => {
    if (readyState === 3) return;
    readyState = 3;
    if (code !== undefined) heard.push(`closed with ${code}`);
    listeners.get("close")?.();
  };
  const webSocket = {
    OPEN: 1,
    get readyState() {
      return readyState;
    },
    on: (name: string, listener: (...given: unknown[]) => void) => listeners.set(name, listener),
    pause: () => {},
    resume: () => {},
    close,
    terminate: () => close(),
  };
  const stream = {
    writableLength: 0,
    cork: () => {},
    uncork: () => {},
    write: (bytes: Buffer) => heard.push(bytes.toString("hex")),
  };
  return {
    // what a connection asks of either, and no more
    upgraded: { webSocket: webSocket as unknown as WebSocket, stream: stream as unknown as Duplex, address: "1.1.1.1" },
    heard,
    send: (frame: Uint8Array) => {
      if (readyState === 1) listeners.get("message")?.(Buffer.from(frame), true);
    },
    close: () => close(),
  };
}

const step2Frame = (update: Uint8Array) => Uint8Array.from([...step2Head(update.length), ...update]);
const updateFrame = (update: Uint8Array) => step2Frame(update).with(1, SYNC.update);
const answerTo = (n: number) => framed(barrierFrame(n)).toString("hex");

/** The same of several people, all in one turn of the event loop or each thing in one of its own. */
async function write(isTogether: boolean) {
  const store = await openBoardStore(undefined);
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  const rooms = createRooms({ store, log: createLog("silent"), now: () => 1 });
  const people = await Promise.all(
    ["Ada", "Bo", "Cy"].map(async (name, index) => {
      const person = newPersonId();
      const socket = handSocket();
      rooms.accept(socket.upgraded, { board, person, role: "participant", name, colour: 1, device: name }, "board");
      await expect.poll(() => socket.heard.length).toBe(1);
      const doc = createBoardDoc();
      doc.clientID = index + 1;
      const card = newCardId();
      applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: name, at: 1, by: person }]);
      socket.send(step2Frame(encodeDoc(doc)));
      const updates: Uint8Array[] = [];
      observeUpdates(doc, (update) => updates.push(update));
      const sent = (change: () => void): Uint8Array => {
        change();
        return updateFrame(updates.pop() ?? expect.fail("nothing was changed"));
      };
      const edit = (change: Edit) => sent(() => applyEdits(doc, [change]));
      return {
        socket,
        card,
        move: (x: number) => edit({ type: "moveCards", moves: [{ card, to: [x, x] }] }),
        paint: () => edit({ type: "setAttributes", on: card, values: { colour: "rose" } }),
        type: (text: string) => sent(() => openCardText(doc, card)?.edit(text)),
      };
    }),
  );
  const [ada, bo, cy] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await nextTurn();
  const unsent = bo.move(7);
  const steps = [
    () => ada.socket.send(ada.move(1)),
    () => cy.socket.send(cy.move(2)),
    () => ada.socket.send(ada.type("Ada says")),
    () => bo.socket.send(bo.paint()),
    () => bo.socket.send(bo.move(3)),
    () => bo.socket.send(unsent),
    () => bo.socket.send(barrierFrame(1)),
    () => cy.socket.send(cy.move(4)),
    () => cy.socket.close(),
    () => ada.socket.send(ada.move(5)),
    () => ada.socket.send(ada.type("Ada says more")),
    () => ada.socket.send(barrierFrame(1)),
  ];
  for (const step of steps) {
    step();
    if (!isTogether) await nextTurn();
  }
  await expect.poll(() => ada.socket.heard).toContain(answerTo(1));
  await rooms.close();
  const changes = await store.changes(board, { limit: 100 });
  const cards = people.map(({ card }) => card as string);
  return {
    // ids are other ones each time, and births name them
    facts: changes
      .filter(({ facts }) => !facts.some(({ key }) => key.startsWith("card/")))
      .flatMap(({ facts }) => facts)
      .map(({ key, ...fact }) => ({
        ...fact,
        key: cards.reduce((named, card, at) => named.replace(card, `${at}`), key),
      })),
    entries: (await store.load(board, "board")).updates.length,
    bo: bo.socket.heard.filter((heard) => heard === answerTo(1) || heard.startsWith("closed")),
  };
}

it("[R23] what several people send at one moment is taken in as if one after the other; behind what is refused nothing is", async () => {
  const together = await write(true);
  expect(together).toEqual(await write(false));
  expect(together.bo).toEqual([`closed with ${CLOSE.later}`]);
  expect(together.facts).toEqual([
    { key: "position/0", before: [0, 0], after: [1, 1] },
    { key: "position/2", before: [0, 0], after: [2, 2] },
    { key: "text/0", delta: [{ keep: 3 }, { insert: " says" }] },
    { key: "position/2", before: [2, 2], after: [4, 4] },
    { key: "position/0", before: [1, 1], after: [5, 5] },
    { key: "text/0", delta: [{ keep: 8 }, { insert: " more" }] },
  ]);
});

/** Letters before all others, each before one more of another's, who writes backwards and is heard late. */
const late = (client: number, clock: number, first: readonly [client: number, clock: number]) =>
  encoding.encode((encoder) => {
    const write = (...numbers: readonly number[]) => {
      for (const number of numbers) encoding.writeVarUint(encoder, number);
    };
    write(1, LATE, client, clock);
    for (let count = 0; count < LATE; count += 1) {
      encoding.writeUint8(encoder, 0x40 | 4);
      write(first[0], first[1] + clock + count);
      encoding.writeVarString(encoder, "x");
    }
    write(0);
  });
/** so many cost some 40 ms, by the estimate: each is looked for past five thousand */
const LATE = 24;

it("[R77] heavy small updates are taken in a few at a time: others are served in between, and nothing is lost", async () => {
  const store = await openBoardStore(undefined);
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  const limits = { work: { perSecond: 10_000, burst: 1_000 } };
  const rooms = createRooms({ store, log: createLog("silent"), now: Date.now, limits });
  const join = async (name: string, client: number) => {
    const person = newPersonId();
    const socket = handSocket();
    rooms.accept(socket.upgraded, { board, person, role: "participant", name, colour: 1, device: name }, "board");
    await expect.poll(() => socket.heard.length).toBe(1);
    const doc = createBoardDoc();
    doc.clientID = client;
    const card = newCardId();
    applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: TEXT, at: 1, by: person }]);
    socket.send(step2Frame(encodeDoc(doc)));
    return { socket, doc, card };
  };
  const [mallory, bo] = [await join("Mallory", 1), await join("Bo", 2)];
  await nextTurn();
  const text = bo.doc.getMap<{ insert(at: number, letters: string): void }>("text").get(bo.card);
  const backwards: Uint8Array[] = [];
  const stop = observeUpdates(bo.doc, (update) => backwards.push(update));
  bo.doc.transact(() => {
    for (let count = 0; count < 5_000; count += 1) text?.insert(0, "z");
  });
  stop();
  for (const update of backwards) bo.socket.send(updateFrame(update));
  await nextTurn();
  const updates = Array.from({ length: 12 }, (_, index) => late(9, index * LATE, [2, 3 + TEXT.length]));
  for (const update of updates) mallory.socket.send(updateFrame(update));
  mallory.socket.send(barrierFrame(1));
  // what is answered from the document waits for its turn as well
  mallory.socket.send(step1Frame(stateVectorOf(createBoardDoc())));
  observeUpdates(bo.doc, (update) => bo.socket.send(updateFrame(update)));
  applyEdits(bo.doc, [{ type: "moveCards", moves: [{ card: bo.card, to: [1, 1] }] }]);
  bo.socket.send(barrierFrame(1));
  await expect.poll(() => bo.socket.heard, { interval: 1 }).toContain(answerTo(1));
  expect(mallory.socket.heard).not.toContain(answerTo(1));
  expect((await store.load(board, "board")).updates.length).toBeLessThan(8);
  await expect.poll(() => mallory.socket.heard, { timeout: 5_000 }).toContain(answerTo(1));
  expect((await store.load(board, "board")).updates).toHaveLength(2 + 1 + 1 + updates.length);
  // the barrier is answered first, then the question, from a document that holds all of it
  const answer = await vi.waitUntil(() => mallory.socket.heard.at(-1), { timeout: 1_000 });
  expect(answer).not.toBe(answerTo(1));
  expect(mallory.socket.heard.filter((heard) => heard.startsWith("closed"))).toEqual([]);
  await rooms.close();
});
const TEXT = "word for word";
