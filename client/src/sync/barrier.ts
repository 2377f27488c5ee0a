import { MESSAGE } from "@palabre/shared/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { WebsocketProvider } from "y-websocket";

/** How far this copy's own changes have come. `since` = when the oldest one that is not yet on the server's disk was made. */
export interface SavedState {
  readonly unsaved: number;
  readonly since: number | undefined;
  /** when the server last said that everything is on its disk */
  readonly savedAt: number | undefined;
}

/** How long a burst of edits gathers before it is asked about. */
const ASK_AFTER_MS = 100;

/**
 * The *saved* barrier, client's side: sends a number behind its changes and believes them saved once the number comes back.
 *
 * One barrier is under way at a time. A lost connection makes it void; after the next sync everything unsaved is asked about
 * again, by which time the provider has already put what the server lacked on the wire.
 */
export function openBarrier(
  provider: WebsocketProvider,
  onChange: (state: SavedState) => void,
  now: () => number = Date.now,
) {
  let unsaved = 0;
  /** changes made since the barrier under way was sent */
  let behind = 0;
  let since: number | undefined;
  let savedAt: number | undefined;
  let last = 0;
  let underWay: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => onChange({ unsaved, since, savedAt });
  const ask = () => {
    timer = undefined;
    const socket = provider.ws;
    if (underWay !== undefined || unsaved === 0 || !provider.synced || !socket || socket.readyState !== socket.OPEN)
      return;
    underWay = last += 1;
    behind = 0;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.saved);
    encoding.writeVarUint(encoder, underWay);
    socket.send(encoding.toUint8Array(encoder));
  };
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    if (decoding.readVarUint(decoder) !== underWay) return;
    underWay = undefined;
    unsaved = behind;
    behind = 0;
    savedAt = now();
    since = unsaved > 0 ? savedAt : undefined;
    tell();
    ask();
  };
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    unsaved += 1;
    behind += 1;
    since ??= now();
    timer ??= setTimeout(ask, ASK_AFTER_MS);
    tell();
  };
  const onSync = (synced: boolean) => {
    if (synced) ask();
  };
  const onStatus = ({ status }: { status: string }) => {
    if (status === "connected") return;
    underWay = undefined;
    tell();
  };
  provider.doc.on("update", onUpdate);
  provider.on("sync", onSync);
  provider.on("status", onStatus);
  return {
    close: () => {
      clearTimeout(timer);
      provider.doc.off("update", onUpdate);
      provider.off("sync", onSync);
      provider.off("status", onStatus);
    },
  };
}
