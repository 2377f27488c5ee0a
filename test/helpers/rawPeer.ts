import {
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  observeUpdates,
  stateVectorOf,
  type BoardDoc,
} from "@palabre/shared/documents";
import { MESSAGE, SYNC } from "@palabre/shared/protocol";
import * as decoding from "lib0/decoding";
import { message, openRaw, type RawClient } from "./client.ts";
import type { Ledger } from "./ledger.ts";
import type { ServerAddress } from "./startServer.ts";

/** A copy of a board on a hand-made connection, as a program might keep one: no provider, no coming back. */
export interface RawPeer extends Ledger {
  readonly doc: BoardDoc;
  readonly client: RawClient;
}

/** Says hello, and answers; from then on every change goes out as it is made, each burst with a barrier behind it. */
export async function openRawPeer(server: ServerAddress, board: string, session: string): Promise<RawPeer> {
  const doc = createBoardDoc();
  const own: Uint8Array[] = [];
  const heard: Uint8Array[] = [];
  const listeners: (() => void)[] = [];
  const covers: number[] = [];
  let acknowledged = 0;
  let isAsking = false;
  const client = await openRaw(server, board, "board", { session });
  const send = (frame: Uint8Array) => {
    if (client.socket.readyState === 1) client.send(frame);
  };
  const ask = () => {
    isAsking = false;
    covers.push(own.length);
    send(message(MESSAGE.saved, covers.length));
  };
  const receive = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.saved) {
      acknowledged = covers[decoding.readVarUint(decoder) - 1] ?? acknowledged;
      for (const listener of listeners) listener();
    }
    if (type !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) return send(message(MESSAGE.sync, SYNC.step2, encodeDoc(doc, bytes)));
    heard.push(bytes);
    applyUpdate(doc, bytes, client);
  };
  for (const frame of client.heard) receive(frame);
  client.socket.on("message", (data) => receive(new Uint8Array(data as Buffer)));
  observeUpdates(doc, (update, origin) => {
    if (origin === client) return;
    own.push(update);
    send(message(MESSAGE.sync, SYNC.update, update));
    if (isAsking) return;
    isAsking = true;
    setTimeout(ask, 10);
  });
  send(message(MESSAGE.sync, SYNC.step1, stateVectorOf(doc)));
  return {
    doc,
    client,
    own,
    heard,
    waitsMs: [],
    acknowledged: () => acknowledged,
    onAcknowledged: (listener) => void listeners.push(listener),
  };
}
