import {
  applyUpdate,
  createStateDoc,
  encodeDoc,
  type BoardDoc,
  type DocumentName,
  type PresentUser,
  type StateDoc,
} from "@palabre/shared/documents";
import { CLOSE, shouldReconnect } from "@palabre/shared/protocol";
import type { BoardId, Deed } from "@palabre/shared/terms";
import { WebsocketProvider } from "y-websocket";
import { createMemoryStore, type DeviceStore } from "./deviceStore.ts";
import { fetchInto, hasNothing, leaveOthers, LOADED } from "./opening.ts";
import type { KeptCopy } from "./keptCopy.ts";
import { backoffMs, isOverForGood, openLiveBoard, type LiveBoard, type LiveEvents, type Refusal } from "./liveBoard.ts";
import { openOutbox, type Outbox, type Told, type Waiting } from "./outbox.ts";
import { openPresence, type PresenceChannel } from "./presence.ts";
import type { Fresh, Restoring } from "./restore.ts";
import { createSignal } from "./signal.ts";
import { openStatus, type SyncStatus } from "./status.ts";
import { openTab } from "./tab.ts";

/** A board's documents, live. The only place where the client meets the network of Yjs. */
export interface BoardConnection {
  /** The document in use: another one from `onSwap` on. */
  readonly board: BoardDoc;
  readonly workshop: StateDoc;
  /** only facilitators have one */
  readonly desk: StateDoc | undefined;
  readonly presence: PresenceChannel;
  /** The same object until it changes. */
  status(): SyncStatus;
  onStatus(listener: () => void): () => void;
  waiting(): Waiting;
  /** What could not be done again after a refusal, the same array until it changes. */
  told(): readonly Told[];
  onTold(listener: () => void): () => void;
  dismiss(told: readonly Told[]): void;
  /** Called when the document was refused: what types in it is to end. */
  onRefused(listener: () => void): () => void;
  /** Called when another document has taken the place of the one that was refused; that one is no more. */
  onSwap(listener: () => void): () => void;
  /** Called when all that was not saved has been done again, or told. */
  onRestored(listener: () => void): () => void;
  /** Resolves once there is a board to show; rejects never: a refusal shows in the status. */
  readonly loaded: Promise<void>;
  close(): void;
}

export interface ConnectOptions {
  /** why the rules forbid a deed as they are now; asked before something is done again */
  readonly forbids: (deed: Deed, workshop: StateDoc) => string | undefined;
  /** the board as one update, for a device that has none of it; whatever fails, the socket brings it */
  readonly fetchBoard: (signal: AbortSignal) => Promise<Uint8Array>;
}

const NOTHING_WAITS: Waiting = { changes: 0, kept: 0, isKeeping: false };

/** @param base address of the server, ending in "/" */
export function connectBoard(base: URL, boardId: BoardId, user: PresentUser, options: ConnectOptions): BoardConnection {
  const address = new URL(`sync/${boardId}`, base);
  address.protocol = base.protocol === "https:" ? "wss:" : "ws:";
  const connectState = (name: DocumentName, doc: StateDoc) => {
    const provider = new WebsocketProvider(address.href, name, doc, {
      disableBc: true,
      maxBackoffTime: backoffMs(),
      shouldReconnect: ({ code }) => shouldReconnect(code),
    });
    provider.awareness.setLocalState(null);
    provider.on("closed", ({ code }) => {
      if (code === CLOSE.newEpoch) status.refused(code);
    });
    return provider;
  };
  const workshop = createStateDoc();
  const desk = user.role === "facilitator" ? createStateDoc() : undefined;
  const stateProviders = [connectState("workshop", workshop), ...(desk ? [connectState("desk", desk)] : [])];

  // fetched while the page goes on opening; one that can't be had leaves the device out
  const storage = import("./device.ts").catch(() => undefined);
  const tab = openTab();
  const toldChanged = createSignal();
  const wasRefused = createSignal();
  const swapped = createSignal();
  const restored = createSignal();
  const undoings: (() => void)[] = [];
  let isClosed = false;
  let device: DeviceStore | undefined;
  let outbox: Outbox | undefined;
  let copy: KeptCopy | undefined;
  let told: readonly Told[] = [];
  let behind: ReturnType<Outbox["made"]> = [];
  let show = () => {};
  const loaded = new Promise<void>((resolve) => (show = resolve));

  const status = openStatus(() => ({ connected: live.provider.wsconnected, waiting: waiting() }));
  const waiting = () => outbox?.waiting() ?? NOTHING_WAITS;
  const events = (isCurrent: () => boolean): LiveEvents => ({
    made: (act, update) => {
      status.made();
      outbox?.add(act, update);
    },
    asked: () => (behind = outbox?.made() ?? []),
    answered: () => {
      outbox?.remove(behind);
      status.answered();
    },
    synced: () => {
      if (!isCurrent()) return;
      status.synced();
      show();
    },
    connection: (failed) => status.connection(failed, CLOSE.notKept),
  });
  const open = (): LiveBoard => {
    const opened: LiveBoard = openLiveBoard(
      address.href,
      events(() => opened === live),
    );
    return opened;
  };
  let live: LiveBoard = open();
  const presence = openPresence(live.provider, user);

  const restoring: Omit<Restoring, "outbox"> = {
    refused: () => live.doc,
    forbids: (deed) => options.forbids(deed, workshop),
    begin: async () => {
      const fresh = open();
      const heard = new Promise<"heard">((resolve) => fresh.provider.once("sync", () => resolve("heard")));
      fresh.connect();
      const outcome = await Promise.race([heard, fresh.refused]);
      if (outcome !== "heard" || isClosed) {
        fresh.close();
        return outcome === "heard" ? { code: CLOSE.restart, reason: "" } : outcome;
      }
      await copy?.clear();
      const [before, kept] = [live, await storage];
      live = fresh;
      presence.moveTo(fresh.provider);
      if (kept && device?.isLasting) copy = kept.openKeptCopy(kept.copyName(boardId, user.person), fresh.doc);
      status.restored();
      swapped.tell();
      before.close();
      return settling(fresh);
    },
  };
  const tell = (now: readonly Told[]) => {
    if (JSON.stringify(now) === JSON.stringify(told)) return;
    told = now;
    toldChanged.tell();
  };
  const settling = ({ doc, barrier, refused }: LiveBoard): Fresh => ({
    doc,
    settled: () => Promise.race([refused, barrier.settled().then(() => "saved" as const)]),
  });
  /** From here on a refusal of the document in use is answered; one that ends the answer ends the page's work. */
  const watch = async (): Promise<void> => {
    const refusal = await live.refused;
    if (isClosed) return;
    if (!outbox || isOverForGood(refusal) || hasNothing(live.doc)) return status.refused(refusal.code);
    status.restoring();
    wasRefused.tell();
    // whoever types gets to put the letters under way into the document
    await new Promise((resolve) => setTimeout(resolve));
    await setAside(refusal);
    const { restore } = await import("./restore.ts");
    const end = await restore(refusal, { ...restoring, outbox });
    if (isClosed) return;
    restored.tell();
    if (end) return status.refused(end.code);
    return watch();
  };
  const setAside = ({ code }: Refusal) =>
    device
      ?.setAside({ board: boardId, person: user.person, at: Date.now(), code, bytes: encodeDoc(live.doc) })
      // what waits is in the outbox as well
      .catch(() => undefined);

  const start = async (): Promise<void> => {
    const kept = await storage;
    device = kept ? await kept.openDeviceStore() : createMemoryStore();
    outbox = await openOutbox({
      device,
      board: boardId,
      person: user.person,
      tab: tab.name,
      isOpen: tab.isOpen,
      isAct: kept?.isAct ?? (() => false),
      now: Date.now,
    });
    undoings.push(
      outbox.subscribe(() => {
        tell(outbox?.told() ?? []);
        status.update();
      }),
    );
    tell(outbox.told());
    if (kept && device.isLasting) {
      await leaveOthers(device, boardId, user, kept.deleteCopy);
      copy = kept.openKeptCopy(kept.copyName(boardId, user.person), live.doc);
      await copy.loaded;
      for (const { update } of outbox.made()) applyUpdate(live.doc, update, LOADED);
    }
    if (isClosed) return;
    if (hasNothing(live.doc)) await fetchInto(live.doc, options.fetchBoard);
    if (isClosed) return;
    if (!hasNothing(live.doc)) {
      show();
      status.shown();
      // what came from the device may be news to the server
      live.barrier.touch();
    }
    live.connect();
    void watch();
    if (outbox.again().length > 0) {
      const { provider } = live;
      provider.once("sync", () => void remakeWaiting());
    }
  };
  /** What an earlier page had no time to do again. */
  const remakeWaiting = async (): Promise<void> => {
    const { remakeAll } = await import("./restore.ts");
    if (outbox && !isClosed) await remakeAll(settling(live), { ...restoring, outbox });
  };
  void start();

  return {
    get board() {
      return live.doc;
    },
    workshop,
    desk,
    presence,
    status: status.get,
    onStatus: status.subscribe,
    waiting,
    told: () => told,
    onTold: toldChanged.subscribe,
    dismiss: (read) => outbox?.dismiss(read.flatMap(({ ids }) => ids)),
    onRefused: wasRefused.subscribe,
    onSwap: swapped.subscribe,
    onRestored: restored.subscribe,
    loaded,
    close: () => {
      isClosed = true;
      for (const undoing of undoings) undoing();
      status.close();
      presence.close();
      copy?.close();
      live.close();
      for (const provider of stateProviders) provider.destroy();
      for (const doc of [workshop, desk]) doc?.destroy();
      device?.close();
      tab.close();
    },
  };
}
