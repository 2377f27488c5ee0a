/**
 * Somebody on another board, in a thread of its own so that only the server can keep it waiting: moves a card twenty times a second with a barrier
 * behind each move, and tells how long the answers took.
 */
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";

const EVERY_MS = 50;
const { url, person, card } = workerData;
const doc = new Y.Doc();
const sentAt = [];
let answered = 0;
let socket;
let drops = 0;
let worstMs = 0;

const frame = (...parts) =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });
const connect = () => {
  socket = new WebSocket(url);
  socket.binaryType = "nodebuffer";
  socket.on("message", (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    if (type === 100) {
      answered = decoding.readVarUint(decoder);
      worstMs = Math.max(worstMs, performance.now() - sentAt[answered - 1]);
    }
    if (type !== 0) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step !== 0) return Y.applyUpdate(doc, bytes, "server");
    socket.send(frame(0, 1, Y.encodeStateAsUpdate(doc, bytes)));
    socket.send(frame(0, 0, Y.encodeStateVector(doc)));
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    drops += 1;
    setTimeout(connect, 100);
  });
};
doc.on("update", (update, origin) => {
  if (origin !== "server" && socket.readyState === WebSocket.OPEN) socket.send(frame(0, 2, update));
});
connect();
doc.transact(() => {
  doc.getMap("cards").set(card, { kind: "note", by: person, at: 1 });
  doc.getMap("position").set(card, [0, 0]);
  doc.getMap("text").set(card, new Y.Text("witness"));
});
setInterval(() => {
  if (socket.readyState !== WebSocket.OPEN) return;
  doc.getMap("position").set(card, [sentAt.length % 1_000, 1]);
  sentAt.push(performance.now());
  socket.send(frame(100, sentAt.length));
}, EVERY_MS);
parentPort.on("message", () => {
  // what is still waited for counts as long as it has waited
  const oldest = sentAt[answered];
  const waiting = oldest === undefined ? 0 : performance.now() - oldest;
  parentPort.postMessage({ worstMs: Math.max(worstMs, waiting), drops, answered });
  worstMs = 0;
  drops = 0;
});
