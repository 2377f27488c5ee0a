import { createBoardDoc, observeActs, type Act, type BoardDoc } from "@palabre/shared/documents";
import { CLOSE, shouldReconnect } from "@palabre/shared/protocol";
import { WebsocketProvider } from "y-websocket";
import { openBarrier, type Barrier } from "./barrier.ts";

/** Why the server ended the connection for good. */
export interface Refusal {
  readonly code: number;
  /** one word, for those who can read it */
  readonly reason: string;
}

/** One life of the board's document: until it is closed, or the server refuses what it holds. */
export interface LiveBoard {
  readonly doc: BoardDoc;
  readonly provider: WebsocketProvider;
  readonly barrier: Barrier;
  /** resolves with the reason when the server ends it for good */
  readonly refused: Promise<Refusal>;
  connect(): void;
  close(): void;
}

export interface LiveEvents {
  /** Something was made here, or by undoing. */
  made(act: Act, update: Uint8Array): void;
  asked(): void;
  answered(): void;
  synced(): void;
  /** The connection came or went; `failed` when it could not be made or was cut, with the code if there was one. */
  connection(failed?: { readonly code: number | undefined }): void;
}

/** Backoff after a cut: spread, so that a hall full of people does not come back in one second. */
export const backoffMs = (): number => 5_000 + Math.random() * 10_000;
/** Repair: what was lost on the way, by a fault of ours, is asked for again. */
const RESYNC_EVERY_MS = 5 * 60_000;

/** Where a document of cards is. */
export interface Address {
  /** of the board's documents, as a WebSocket */
  readonly url: string;
  readonly document: "board" | "draft";
  readonly asked?: Readonly<Record<string, string>>;
}

export function openLiveBoard({ url, document, asked = {} }: Address, events: LiveEvents): LiveBoard {
  const doc = createBoardDoc();
  const provider = new WebsocketProvider(url, document, doc, {
    connect: false,
    params: asked,
    // tabs of one browser meet through the server like everybody else: there, rights are checked and changes kept; see siblings.ts for without it
    disableBc: true,
    maxBackoffTime: backoffMs(),
    resyncInterval: RESYNC_EVERY_MS,
    shouldReconnect: ({ code }) => shouldReconnect(code),
  });
  const barrier = openBarrier(provider, events);
  const unobserve = observeActs(doc, (act, update) => {
    events.made(act, update);
    barrier.touch();
  });
  provider.on("sync", (synced) => {
    if (synced) events.synced();
  });
  provider.on("status", () => events.connection());
  provider.on("connection-error", () => events.connection({ code: undefined }));
  provider.on("connection-close", (event) => events.connection({ code: event?.code }));
  return {
    doc,
    provider,
    barrier,
    refused: new Promise((resolve) => provider.on("closed", resolve)),
    connect: () => provider.connect(),
    close: () => {
      unobserve();
      barrier.close();
      provider.destroy();
      doc.destroy();
    },
  };
}

/** No document of ours would be taken: there is nothing to begin afresh. */
export const isOverForGood = ({ code }: Refusal): boolean => OVER.has(code);
const OVER: ReadonlySet<number> = new Set([CLOSE.noSession, CLOSE.unknownBoard, CLOSE.removed]);
