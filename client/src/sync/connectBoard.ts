import {
  createBoardDoc,
  createStateDoc,
  type BoardDoc,
  type DocumentName,
  type PresentUser,
  type StateDoc,
} from "@palabre/shared/documents";
import { shouldReconnect } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { WebsocketProvider } from "y-websocket";
import { openBarrier, type SavedState } from "./barrier.ts";
import { openPresence, type PresenceChannel } from "./presence.ts";
import { LATE_AFTER_MS, toStatus, type SyncStatus } from "./status.ts";

/** A board's documents, live. The only place where the client meets the network of Yjs. */
export interface BoardConnection {
  readonly board: BoardDoc;
  readonly workshop: StateDoc;
  /** only facilitators have one */
  readonly desk: StateDoc | undefined;
  readonly presence: PresenceChannel;
  /** The same object until it changes. */
  status(): SyncStatus;
  onStatus(listener: () => void): () => void;
  /** Resolves once the board was heard from the server; rejects never: a refusal shows in the status. */
  readonly loaded: Promise<void>;
  close(): void;
}

/** Backoff after a cut: spread, so that a hall full of people does not come back in one second. */
const backoffMs = () => 5_000 + Math.random() * 10_000;

/** @param base address of the server, ending in "/" */
export function connectBoard(base: URL, boardId: BoardId, user: PresentUser): BoardConnection {
  const address = new URL(`sync/${boardId}`, base);
  address.protocol = base.protocol === "https:" ? "wss:" : "ws:";
  const connect = (name: DocumentName, doc: BoardDoc | StateDoc) =>
    new WebsocketProvider(address.href, name, doc, {
      // tabs of one browser meet through the server like everybody else: there, rights are checked and changes kept
      disableBc: true,
      maxBackoffTime: backoffMs(),
      shouldReconnect: ({ code }) => shouldReconnect(code),
    });

  const board = createBoardDoc();
  const workshop = createStateDoc();
  const desk = user.role === "facilitator" ? createStateDoc() : undefined;
  const provider = connect("board", board);
  const stateProviders = [connect("workshop", workshop), ...(desk ? [connect("desk", desk)] : [])];
  for (const { awareness } of stateProviders) awareness.setLocalState(null);
  const presence = openPresence(provider, user);

  const listeners = new Set<() => void>();
  let saved: SavedState = { unsaved: 0, since: undefined, savedAt: undefined };
  let refused: number | undefined;
  let everSynced = false;
  let status: SyncStatus = { type: "loading" };
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    const next = toStatus({ connected: provider.wsconnected, everSynced, refused, saved }, Date.now());
    clearTimeout(lateTimer);
    if (next.type === "saving") lateTimer = setTimeout(update, LATE_AFTER_MS);
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    for (const listener of listeners) listener();
  };
  const barrier = openBarrier(provider, (state) => {
    saved = state;
    update();
  });
  const loaded = new Promise<void>((resolve) => {
    provider.on("sync", (synced) => {
      if (!synced) return;
      everSynced = true;
      update();
      resolve();
    });
  });
  provider.on("status", update);
  provider.on("closed", ({ code }) => {
    refused = code;
    update();
  });
  return {
    board,
    workshop,
    desk,
    presence,
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loaded,
    close: () => {
      clearTimeout(lateTimer);
      listeners.clear();
      presence.close();
      barrier.close();
      for (const each of [provider, ...stateProviders]) each.destroy();
      for (const doc of [board, workshop, desk]) doc?.destroy();
    },
  };
}
