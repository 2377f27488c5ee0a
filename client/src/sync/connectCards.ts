import { applyUpdate, encodeDoc, type Act, type BoardDoc } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import type { BoardId, CardId, Deed, LinkId, PersonId } from "@palabre/shared/terms";
import type { WebsocketProvider } from "y-websocket";
import { untilFetched } from "../parts/index.ts";
import { createMemoryStore, type DeviceStore, type KeptAct } from "./deviceStore.ts";
import type { KeptCopy } from "./keptCopy.ts";
import { loadRestore } from "./loadRestore.ts";
import { openLiveBoard, type Address, type LiveBoard, type LiveEvents, type Refusal } from "./liveBoard.ts";
import { fetchInto, hasNothing, LOADED } from "./opening.ts";
import { openOutbox, runsOf, type Outbox, type Told, type Waiting } from "./outbox.ts";
import type { Fresh, Restoring } from "./restore.ts";
import type { Returning } from "./returning.ts";
import { createSignal } from "./signal.ts";
import type { Siblings } from "./siblings.ts";
import { openStatus, type SyncStatus } from "./status.ts";
import { openTab } from "./tab.ts";

/** A document of cards that is written here: live, with what waits to be saved, and with another in its place when it was refused. */
export interface CardsConnection {
  /** The document in use: another one from `onSwap` on. */
  readonly doc: BoardDoc;
  readonly provider: WebsocketProvider;
  /** The same object until it changes. */
  status(): SyncStatus;
  onStatus(listener: () => void): () => void;
  waiting(): Waiting;
  /** What could not be done again after a refusal, the same array until it changes. */
  told(): readonly Told[];
  onTold(listener: () => void): () => void;
  dismiss(told: readonly Told[]): void;
  /**
   * Tells what could not be done in a draft beside what could not be done here.
   * @returns whether it does: once it is closed there is nobody to be told
   */
  adopt(told: readonly KeptAct[]): boolean;
  /** Tells what this person wrote in a card that can't take it any more. */
  tellUnwritten(card: CardId, text: string, reason: string): void;
  /** Called when the document was refused, and again before it goes: what types in it is to end. */
  onRefused(listener: () => void): () => void;
  /** Called when another document has taken the place of the one that was refused; that one is no more. */
  onSwap(listener: () => void): () => void;
  /** Called when all that was not saved has been done again, or told. */
  onRestored(listener: () => void): () => void;
  /** Called after a return with what others put in the trash meanwhile, while this person wrote on it. */
  onPutAway(listener: (things: readonly (CardId | LinkId)[]) => void): () => void;
  /** Resolves once there is something to show; rejects never: a refusal shows in the status. */
  readonly loaded: Promise<void>;
  /** Ends it as the server would with this code. */
  end(code: number): void;
  close(): void;
}

export interface CardsOptions {
  readonly address: Address;
  readonly board: BoardId;
  readonly person: PersonId;
  /** what its acts are kept under on the device */
  readonly keptUnder: BoardId;
  /** why the rules forbid a deed as they are now; asked before something is done again */
  readonly forbids: (deed: Deed) => string | undefined;
  /** whether this person may write in it at all */
  readonly mayWrite: boolean;
  /** a copy of the document on the device, beside what waits */
  readonly copy?: {
    /** the document as one update, for a device that has none of it; whatever fails, the socket brings it */
    readonly fetch: (signal: AbortSignal) => Promise<Uint8Array>;
  };
  /** whether no other document would be taken after this */
  readonly isOver: (refusal: Refusal) => boolean;
  /** What to do with what waits, once it is over; it stays where it is otherwise. */
  readonly over?: (refusal: Refusal, outbox: Outbox, doc: BoardDoc) => void;
  /** Takes what could not be done, and tells whether it did; it is not told here, and is kept until somebody takes it. */
  readonly handOver?: (told: readonly KeptAct[]) => boolean;
}

export function connectCards(options: CardsOptions): CardsConnection {
  const { address, board, person, copy: copying } = options;
  // fetched while the page goes on opening; one that can't be had leaves the device out
  const storage = import("./device.ts").catch(() => undefined);
  const tab = openTab();
  const toldChanged = createSignal();
  const wasRefused = createSignal();
  const swapped = createSignal();
  const restored = createSignal();
  const putAway = new Set<(things: readonly (CardId | LinkId)[]) => void>();
  const undoings: (() => void)[] = [];
  const adopted: KeptAct[] = [];
  /** made before there was an outbox: a draft is written in while the device is still asked */
  const early: { readonly act: Act; readonly update: Uint8Array }[] = [];
  let ended: Refusal | undefined;
  let isClosed = false;
  let device: DeviceStore | undefined;
  let outbox: Outbox | undefined;
  let copy: KeptCopy | undefined;
  let siblings: Siblings | undefined;
  let returning: Returning | undefined;
  let told: readonly Told[] = [];
  let behind: ReturnType<Outbox["made"]> = [];
  let show = () => {};
  const loaded = new Promise<void>((resolve) => (show = resolve));

  const status = openStatus(() => ({ connected: live.provider.wsconnected, waiting: waiting() }));
  const waiting = () => outbox?.waiting() ?? { changes: runsOf(early).length, kept: 0, isKeeping: false };
  const events = (isCurrent: () => boolean): LiveEvents => ({
    made: (act, update) => {
      status.made();
      if (outbox) outbox.add(act, update);
      else early.push({ act, update });
      siblings?.made(update);
    },
    asked: () => (behind = outbox?.made() ?? []),
    answered: () => {
      if (returning) returning.answered(behind);
      else outbox?.remove(behind);
      status.answered();
    },
    synced: () => {
      if (!isCurrent()) return;
      status.synced();
      show();
    },
    connection: (failed) => {
      // a line that is hung up by leaving is no news
      if (isClosed) return;
      status.connection(failed, CLOSE.notKept);
      if (!isCurrent()) return;
      if (live.provider.wsconnected) returning?.note();
      siblings?.ask();
    },
  });
  const open = (): LiveBoard => {
    const opened: LiveBoard = openLiveBoard(
      address,
      events(() => opened === live),
    );
    return opened;
  };
  let live: LiveBoard = open();

  /** Whoever types gets to put the letters under way into the document. */
  const stopTyping = (): Promise<void> => {
    wasRefused.tell();
    return new Promise((resolve) => setTimeout(resolve));
  };
  const restoring: Omit<Restoring, "outbox"> = {
    refused: () => live.doc,
    forbids: options.forbids,
    get device() {
      const store = copying && device?.isLasting ? device : undefined;
      return store && { person, acts: () => store.acts(options.keptUnder) };
    },
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
      await stopTyping();
      if (isClosed) {
        fresh.close();
        return { code: CLOSE.restart, reason: "" };
      }
      live = fresh;
      if (copying && kept && device?.isLasting) copy = kept.openKeptCopy(kept.copyName(board, person), fresh.doc);
      status.restored();
      swapped.tell();
      before.close();
      return settling(fresh);
    },
  };
  const tell = (now: Outbox) => {
    const acts = options.handOver ? now.toldActs() : [];
    if (acts.length > 0) {
      if (options.handOver?.(acts)) now.remove(acts);
      return;
    }
    const next = now.told();
    if (JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    toldChanged.tell();
  };
  const settling = ({ doc, barrier, refused }: LiveBoard): Fresh => ({
    doc,
    settled: () => Promise.race([refused, barrier.settled().then(() => "saved" as const)]),
  });
  const end = (refusal: Refusal) => {
    ended = refusal;
    if (outbox) options.over?.(refusal, outbox, live.doc);
    status.refused(refusal.code);
  };
  /** From here on a refusal of the document in use is answered; one that ends the answer ends the page's work. */
  const watch = async (): Promise<void> => {
    const refusal = await live.refused;
    if (isClosed) return;
    if (!outbox || options.isOver(refusal) || hasNothing(live.doc)) return end(refusal);
    status.restoring();
    await stopTyping();
    if (copying) await setAside(refusal);
    const { restore } = await untilFetched(loadRestore);
    if (isClosed) return;
    const last = await restore(refusal, { ...restoring, outbox });
    if (isClosed) return;
    restored.tell();
    if (last) return end(last);
    return watch();
  };
  const setAside = ({ code }: Refusal) =>
    device
      ?.setAside({ board, person, at: Date.now(), code, bytes: encodeDoc(live.doc) })
      // what waits is in the outbox as well
      .catch(() => undefined);

  /** The device and the other tabs can do with them what they like; what was opened too late goes the same way. */
  const letGo = (): void => {
    siblings?.close();
    copy?.close();
    device?.close();
    tab.close();
  };
  const start = async (): Promise<void> => {
    const kept = await storage;
    device = kept ? await kept.openDeviceStore() : createMemoryStore();
    // what was written or taken over meanwhile is nowhere else, though the page has gone on
    if (isClosed && adopted.length === 0 && (copying || early.length === 0)) return letGo();
    const seenAlone = kept?.seenAlone ?? (() => ({ seen: () => [], holds: () => false }));
    outbox = await openOutbox({
      device,
      board: options.keptUnder,
      person,
      tab: tab.name,
      isOpen: tab.isOpen,
      isAct: kept?.isAct ?? (() => false),
      seenAlone,
      now: Date.now,
    });
    const own = outbox;
    own.adopt(adopted);
    if (isClosed && copying) return letGo();
    undoings.push(
      own.subscribe(() => {
        tell(own);
        status.update();
      }),
    );
    tell(own);
    if (copying && kept && device.isLasting) {
      const store = device;
      const others = await store.opened(board, person, Date.now()).catch(() => []);
      if (others.length > 0)
        live.provider.once("sync", () => void kept.leaveOthers(store, own, board, others, () => live.doc));
      if (!options.mayWrite) await kept.takeOut(device, own, board, person);
      copy = kept.openKeptCopy(kept.copyName(board, person), live.doc);
      await copy.loaded;
      for (const { update } of own.made()) applyUpdate(live.doc, update, LOADED);
    }
    // without a copy there is nothing to put them into, nor to read them off: they are done again once the document is there
    if (!copying) {
      own.turn(seenAlone([...own.made(), ...own.again()]));
      own.settle();
    }
    for (const { act, update } of early.splice(0)) own.add(act, update);
    if (ended) options.over?.(ended, own, live.doc);
    if (isClosed) return letGo();
    if (copying && kept)
      returning = kept.openReturning(
        () => live.doc,
        own,
        (things) => {
          for (const listener of putAway) listener(things);
        },
      );
    if (copying && kept) siblings = kept.openSiblings(kept.copyName(board, person), () => live);
    if (copying && hasNothing(live.doc)) await fetchInto(live.doc, copying.fetch, (update) => copy?.keep(update));
    if (isClosed) return;
    if (!hasNothing(live.doc)) {
      show();
      status.shown();
      // what came from the device may be news to the server
      live.barrier.touch();
    }
    live.connect();
    void watch();
    if (own.again().length > 0) {
      const { provider } = live;
      provider.once("sync", () => void remakeWaiting());
    }
  };
  /** What an earlier page had no time to do again. */
  const remakeWaiting = async (): Promise<void> => {
    const { remakeAll } = await untilFetched(loadRestore);
    if (outbox && !isClosed) await remakeAll(settling(live), { ...restoring, outbox });
  };
  void start();

  return {
    get doc() {
      return live.doc;
    },
    get provider() {
      return live.provider;
    },
    status: status.get,
    onStatus: status.subscribe,
    waiting,
    told: () => told,
    onTold: toldChanged.subscribe,
    dismiss: (read) => outbox?.dismiss(read.flatMap(({ ids }) => ids)),
    adopt: (acts) => {
      if (isClosed) return false;
      if (outbox) outbox.adopt(acts);
      else adopted.push(...acts);
      return true;
    },
    tellUnwritten: (card, text, reason) =>
      outbox?.lose([{ part: { type: "write", card, splices: [] }, seen: { title: "", text } }], reason),
    onRefused: wasRefused.subscribe,
    onSwap: swapped.subscribe,
    onRestored: restored.subscribe,
    onPutAway: (listener) => {
      putAway.add(listener);
      return () => putAway.delete(listener);
    },
    loaded,
    end: (code) => end({ code, reason: "" }),
    close: () => {
      isClosed = true;
      for (const undoing of undoings) undoing();
      status.close();
      live.close();
      letGo();
    },
  };
}
