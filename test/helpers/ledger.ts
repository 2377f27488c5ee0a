import { observeUpdates, type BoardDoc } from "@palabre/shared/documents";
import { MESSAGE } from "@palabre/shared/protocol";
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import { message, type Peer } from "./client.ts";

/** What a client did, how much of it the server said is on disk, and what it heard of others: as bytes, to be held against a later copy. */
export interface Ledger {
  readonly own: readonly Uint8Array[];
  readonly heard: readonly Uint8Array[];
  /** how many of its own are acknowledged, from the first on */
  acknowledged(): number;
  /** ms from each of its own to the answer of the first barrier that covers it */
  readonly waitsMs: readonly number[];
  /** Calls back when more is acknowledged. */
  onAcknowledged(listener: () => void): void;
}

/**
 * Keeps the ledger of a stock client and asks as the page does: one barrier under way, 100 ms after the first change that is not
 * covered, again while there is more. A barrier of a lost connection is void.
 */
export function keepLedger({ doc, provider }: Peer<BoardDoc>, askAfterMs = 100): Ledger {
  const own: Uint8Array[] = [];
  const heard: Uint8Array[] = [];
  const madeAt: number[] = [];
  const waitsMs: number[] = [];
  const listeners: (() => void)[] = [];
  let acknowledged = 0;
  let underWay: { readonly n: number; readonly covers: number } | undefined;
  let last = 0;
  let isAsking = false;

  const ask = () => {
    isAsking = false;
    const socket = provider.ws;
    if (underWay || own.length === acknowledged || !provider.synced || socket?.readyState !== 1) return;
    underWay = { n: (last += 1), covers: own.length };
    socket.send(message(MESSAGE.saved, underWay.n));
  };
  const askSoon = () => {
    if (isAsking) return;
    isAsking = true;
    setTimeout(ask, askAfterMs);
  };
  observeUpdates(doc, (update, origin) => {
    if (origin === provider) return void heard.push(update);
    // a later connection of the same copy keeps a ledger of its own
    if (origin instanceof WebsocketProvider) return;
    own.push(update);
    madeAt.push(performance.now());
    askSoon();
  });
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    if (decoding.readVarUint(decoder) !== underWay?.n) return;
    const now = performance.now();
    for (const at of madeAt.slice(acknowledged, underWay.covers)) waitsMs.push(now - at);
    acknowledged = underWay.covers;
    underWay = undefined;
    for (const listener of listeners) listener();
    ask();
  };
  provider.on("sync", (synced) => {
    if (synced) ask();
  });
  provider.on("status", ({ status }) => {
    if (status !== "connected") underWay = undefined;
  });
  return {
    own,
    heard,
    waitsMs,
    acknowledged: () => acknowledged,
    onAcknowledged: (listener) => void listeners.push(listener),
  };
}
