import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { CheapSocket } from "../cheapSocket.ts";
import { joinRoom } from "../crowd.ts";
import { countCards, prepareBoard } from "../edits.ts";
import type { Row } from "../row.ts";
import { startTarget, type Room, type Seat, type Target } from "../targets.ts";

const CARDS = 10_000;
/** until the peers have written what they were given */
const SETTLE_MS = 4_000;

/** A large board, a server that was just started, and a client that has nothing: until it has all cards. */
export const coldOpen: Row = {
  name: "coldOpen",
  targets: ["palabre", "ywss", "hocuspocus"],
  run: async (name, quick) => {
    const cards = quick ? 3_000 : CARDS;
    const target = await startTarget(name);
    try {
      const room = await target.room(1);
      const [first] = room.seats;
      if (!first) throw new Error("no seat");
      const board = prepareBoard(first.person, cards);
      const writer = await joinRoom(target, first, board);
      if (name === "palabre") await saved(writer, first);
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      writer.close();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await target.kill();
      await target.again();
      const [own, apply] = [new Y.Doc(), performance.now()];
      Y.applyUpdate(own, board);
      const applied = performance.now() - apply;
      const opened = await open(target, room, first, cards);
      return { ...opened, applyMs: applied };
    } finally {
      await target.end();
    }
  },
};

const saved = (socket: CheapSocket, seat: Seat): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.onClose = (code) => reject(new Error(`closed with ${code}`));
    socket.onFrame = (payload) => {
      if (seat.dialect.read(payload).type === "acknowledged") resolve();
    };
    socket.send(seat.dialect.barrier(1));
  });

interface Opened {
  readonly ms: number;
  readonly fetchMs: number;
  /** until the socket said so too */
  readonly syncedMs: number;
}

async function open(target: Target, room: Room, seat: Seat, cards: number): Promise<Opened> {
  const start = performance.now();
  const doc = new Y.Doc();
  let fetched = start;
  if (target.name === "palabre") {
    // as our client does: the bytes by HTTP, then the socket for what came since
    const response = await fetch(`http://127.0.0.1:${target.port}/api/boards/${room.id}/board.bin?then=sync`, {
      headers: { authorization: `Bearer ${seat.session ?? ""}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    fetched = performance.now();
    Y.applyUpdate(doc, bytes);
  }
  const shown = countCards(doc) >= cards ? performance.now() : undefined;
  await connectUntil(target, seat, doc, cards);
  const synced = performance.now();
  return { ms: (shown ?? synced) - start, fetchMs: fetched - start, syncedMs: synced - start };
}

async function connectUntil(target: Target, seat: Seat, doc: Y.Doc, cards: number): Promise<void> {
  const { dialect } = seat;
  const socket = await CheapSocket.open(target.port, seat.path);
  await new Promise<void>((resolve, reject) => {
    socket.onClose = (code) => reject(new Error(`closed with ${code}`));
    let isAnswered = false;
    socket.onFrame = (payload) => {
      const heard = dialect.read(payload);
      if (heard.type === "step1") socket.send(dialect.step2(Y.encodeStateAsUpdate(new Y.Doc())));
      if (heard.type !== "step2" && heard.type !== "update") return;
      isAnswered ||= heard.type === "step2";
      Y.applyUpdate(doc, heard.update);
      // a peer says that it has synced while its document is still empty
      if (isAnswered && countCards(doc) >= cards) resolve();
    };
    if (dialect.hello) socket.send(dialect.hello);
    socket.send(dialect.step1(Y.encodeStateVector(doc)));
  });
  socket.onClose = () => {};
  socket.close();
}
