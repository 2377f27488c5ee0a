import { MESSAGE } from "@palabre/shared/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { WebsocketProvider } from "y-websocket";

/** How long a burst of edits gathers before it is asked about. */
const ASK_AFTER_MS = 100;

export interface Barrier {
  /** Something was made: asked about soon, with what follows. */
  touch(): void;
  /** Resolves when all that was made until now is on the server's disk; false when the barrier was closed before. */
  settled(): Promise<boolean>;
  close(): void;
}

export interface BarrierEvents {
  /** A barrier is being sent: what it stands behind is what was made until now. */
  asked(): void;
  /** It was answered: what it stood behind is on the server's disk. */
  answered(): void;
}

/**
 * The *saved* barrier, client's side: sends a number behind its changes and believes them saved once the number comes back.
 *
 * One barrier is under way at a time. A lost connection makes it void; after the next sync everything unsaved is asked about
 * again, by which time the provider has already put what the server lacked on the wire.
 */
export function openBarrier(provider: WebsocketProvider, { asked, answered }: BarrierEvents): Barrier {
  /** something was made that no barrier under way stands behind */
  let isDirty = false;
  let last = 0;
  let underWay: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<(isSaved: boolean) => void>();

  const ask = () => {
    clearTimeout(timer);
    timer = undefined;
    const socket = provider.ws;
    if (underWay !== undefined || !isDirty || !provider.synced || !socket || socket.readyState !== socket.OPEN) return;
    underWay = last += 1;
    isDirty = false;
    asked();
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.saved);
    encoding.writeVarUint(encoder, underWay);
    socket.send(encoding.toUint8Array(encoder));
  };
  const settle = (isSaved: boolean) => {
    for (const resolve of waiting) resolve(isSaved);
    waiting.clear();
  };
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    if (decoding.readVarUint(decoder) !== underWay) return;
    underWay = undefined;
    answered();
    if (isDirty) ask();
    else settle(true);
  };
  const onSync = (synced: boolean) => {
    if (synced) ask();
  };
  const onStatus = ({ status }: { status: string }) => {
    if (status === "connected" || underWay === undefined) return;
    underWay = undefined;
    isDirty = true;
  };
  provider.on("sync", onSync);
  provider.on("status", onStatus);
  return {
    touch: () => {
      isDirty = true;
      timer ??= setTimeout(ask, ASK_AFTER_MS);
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        isDirty = true;
        ask();
      }),
    close: () => {
      clearTimeout(timer);
      settle(false);
      provider.off("sync", onSync);
      provider.off("status", onStatus);
    },
  };
}
