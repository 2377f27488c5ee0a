import * as Y from "yjs";
import { frameOf } from "../cheapSocket.ts";
import { joinRoom } from "../crowd.ts";
import { prepareMoves } from "../edits.ts";
import type { Row } from "../row.ts";
import { startTarget, type TargetName } from "../targets.ts";

const CLIENTS = 50;
/** the peers write some seconds after the last change, ours tidies half a minute after a room was left */
const settleMs = (name: TargetName) => (name === "palabre" ? 45_000 : 12_000);

/** Many drags of many cards by many people: what is on disk, beside what the board is. */
export const disk: Row = {
  name: "disk",
  targets: ["palabre", "ywss", "hocuspocus"],
  run: async (name, quick) => {
    const moves = (quick ? 5_000 : 100_000) / CLIENTS;
    const target = await startTarget(name);
    try {
      const room = await target.room(CLIENTS);
      const live = new Y.Doc();
      const joined = [];
      for (const seat of room.seats) {
        const edits = prepareMoves(seat.person, moves, 20);
        joined.push({ seat, edits, socket: await joinRoom(target, seat, edits.births) });
        Y.applyUpdate(live, Y.encodeStateAsUpdate(edits.doc));
      }
      // as fast as each is let, in turns, so that nobody's buffer holds it all
      for (let at = 0; at < moves; at += 20) {
        for (const { seat, edits, socket } of joined)
          for (const update of edits.moves.slice(at, at + 20)) socket.write(frameOf(seat.dialect.update(update)));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const reader = await room.seat();
      const end = Date.now() + 120_000;
      let missing = Number.NaN;
      while (missing !== 0 && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        missing = missingOf(live, await stateOf(target, reader));
      }
      for (const { socket } of joined) socket.close();
      await new Promise((resolve) => setTimeout(resolve, quick ? 5_000 : settleMs(name)));
      await target.kill();
      const bytes = await target.diskBytes();
      const historyKb = name === "palabre" ? (await target.historyBytes()) / 1_024 : 0;
      await target.again();
      const lost = missingOf(live, await stateOf(target, reader));
      const liveBytes = Y.encodeStateAsUpdate(live).length;
      return {
        ratio: (bytes / 1_024 - historyKb) / (liveBytes / 1_024),
        historyKb,
        diskKb: bytes / 1_024,
        liveKb: liveBytes / 1_024,
        lost,
      };
    } finally {
      await target.end();
    }
  },
};

async function stateOf(target: Parameters<typeof joinRoom>[0], seat: Parameters<typeof joinRoom>[1]): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const socket = await joinRoom(target, seat, undefined, (update) => Y.applyUpdate(doc, update));
  // a peer loads after it has answered
  socket.onFrame = (payload) => {
    const heard = seat.dialect.read(payload);
    if (heard.type === "update" || heard.type === "step2") Y.applyUpdate(doc, heard.update);
  };
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  socket.close();
  return doc;
}

/** How many clocks of `whole` the other has not. */
function missingOf(whole: Y.Doc, other: Y.Doc): number {
  const has = Y.decodeStateVector(Y.encodeStateVector(other));
  let missing = 0;
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(whole)))
    missing += clock - (has.get(client) ?? 0);
  return missing;
}
