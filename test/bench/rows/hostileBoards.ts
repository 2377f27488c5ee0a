import { createBoardDoc, encodeDoc, mapOf } from "@palabre/shared/documents";
import { newCardId, type PersonId } from "@palabre/shared/terms";
import * as Y from "yjs";
import { joinRoom } from "../crowd.ts";
import { prepareAdds, prepareBoard } from "../edits.ts";
import type { Room, Target } from "../targets.ts";

/** A board as large as may be, on the server. */
export async function largeBoard(target: Target): Promise<Room> {
  const room = await target.room(1);
  const [seat] = room.seats;
  if (!seat) throw new Error("no seat");
  const socket = await joinRoom(target, seat, prepareBoard(seat.person, 9_900));
  await new Promise<void>((resolve) => {
    socket.onFrame = (payload) => {
      if (seat.dialect.read(payload).type === "acknowledged") resolve();
    };
    socket.send(seat.dialect.barrier(1));
  });
  return room;
}

/** As many structs as so many bytes hold: one card's place, set again and again by two in turns, so that nothing can be merged. */
export function tinyStructs(by: PersonId | undefined, bytes: number): Uint8Array {
  const docs = [createBoardDoc(), createBoardDoc()] as const;
  const card = newCardId();
  mapOf(docs[0], "cards").set(card, { kind: "note", at: 1, ...(by === undefined ? {} : { by }) });
  const [first, second] = docs;
  const set = (doc: Y.Doc, at: number) => mapOf(doc, "attributes").set(`${card}/a${at % 50}`, at % 100);
  // each entry costs about 30 bytes
  first.transact(() => {
    for (let at = 0; at < bytes / 60; at += 1) set(first, at);
  });
  Y.applyUpdate(second, encodeDoc(first));
  second.transact(() => {
    for (let at = 0; at < bytes / 60; at += 1) set(second, at);
  });
  return encodeDoc(second).length > bytes * 1.05 ? encodeDoc(first) : encodeDoc(second);
}

/** Updates of which each second one is left out. */
export const gapsOf = (by: PersonId | undefined, count: number): readonly Uint8Array[] =>
  prepareAdds(by, count * 2).updates.filter((_, at) => at % 2 === 1);
