import {
  DOCUMENT_NAMES,
  isFreezeDue,
  isRulesChange,
  observeState,
  readRules,
  type DocumentName,
  type StateDoc,
} from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { AppError } from "@palabre/shared/errors";
import { isDraftName, type BoardId, type BoardRules, type DraftName, type PhaseId } from "@palabre/shared/terms";
import type { WebSocket } from "ws";
import type { Visitor } from "../access/index.ts";
import type { Log } from "../log.ts";
import type { BoardStore, StoredName } from "../stores/index.ts";
import { createAttendance } from "./attendance.ts";
import { createCompactor } from "./compactor.ts";
import { Connection } from "./connection.ts";
import { hasCards, kindOf } from "./documentKinds.ts";
import { createJournal, type JournalWriter } from "./journal.ts";
import { drain } from "./drain.ts";
import { Headcount } from "./headcount.ts";
import { Holding } from "./heldMessages.ts";
import { createPhones } from "./phones.ts";
import { ROOM_LIMITS, type RoomLimits } from "./limits.ts";
import { Room } from "./room.ts";
import type { Rooms, RoomsWatch } from "./rooms.ts";

export function createRooms(deps: {
  store: BoardStore;
  log: Log;
  now?: () => number;
  limits?: Partial<RoomLimits>;
  watch?: RoomsWatch | undefined;
  /** waits so many milliseconds */
  pause?: ((ms: number) => Promise<void>) | undefined;
}): Rooms {
  const { store, log, now = Date.now, watch, pause = pauseFor } = deps;
  const limits = { ...ROOM_LIMITS, ...deps.limits };
  const keptListeners = new Set<(board: BoardId) => void>();
  const draftListeners = new Set<(board: BoardId, draft: DraftName) => void>();
  /** what the names of drafts begin with, of those that are being revealed */
  const closedDrafts = new Set<string>();
  const append: BoardStore["append"] = async (batch) => {
    const startedAt = performance.now();
    const seqs = await store.append(batch);
    watch?.committed(batch.length, performance.now() - startedAt);
    const boards = batch.flatMap(({ board, document }) => (document === "board" ? [board] : []));
    for (const board of new Set(boards)) for (const listener of keptListeners) listener(board);
    for (const { board, document } of batch)
      if (isDraftName(document)) for (const listener of draftListeners) listener(board, document);
    return seqs;
  };
  const journal = createJournal({
    store: { append },
    now,
    everyMs: limits.commitEveryMs,
    busyEveryMs: limits.busyCommitEveryMs,
  });
  const rooms = new Map<string, Room>();
  const attendance = createAttendance();
  const phones = createPhones((board, id) => rooms.get(keyOf(board, "board"))?.phoneChanged(id));
  const disconnectListeners = new Set<(board: BoardId, which: (visitor: Visitor) => boolean) => void>();
  const quarantineListeners = new Set<(board: BoardId, document: DocumentName | "draft", count: number) => void>();
  const presenceClock = { last: 0 };
  const compactor = createCompactor();
  const headcount = new Headcount(limits);
  const holding = new Holding(limits, now);
  let draining: Promise<void> | undefined;
  let closing: Promise<void> | undefined;
  const isLeaving = () => (draining ?? closing) !== undefined;

  const keyOf = (board: BoardId, document: StoredName) => `${board}/${document}`;
  const draftsOf = (board: BoardId, phase: PhaseId) => keyOf(board, `draft/${phase}/` as DraftName);
  const isClosed = (board: BoardId, document: StoredName) =>
    closedDrafts.size > 0 && [...closedDrafts].some((start) => keyOf(board, document).startsWith(start));
  const forget = (room: Room) => {
    const key = keyOf(room.kept.board, room.kept.document);
    // another one may have been opened in its place since
    if (rooms.get(key) === room) rooms.delete(key);
  };
  const givenUp = (room: Room) => {
    forget(room);
    if (room.kept.document !== "workshop") return;
    // what the rules were said to be may not have been kept
    const fault = new AppError("store-failed", "the rules of the board could not be kept: they are read afresh");
    // as they are now: whoever follows one opens another in its place at once, which would be given up in its turn, for ever
    const others = [...rooms.values()].filter(({ kept }) => kept.board === room.kept.board && hasCards(kept.document));
    for (const other of others) other.giveUp(fault);
  };
  const rulesOf = async (board: BoardId): Promise<BoardRules> => {
    const workshop = roomOf(board, "workshop");
    const release = workshop.use();
    try {
      await workshop.ready;
      const doc = workshop.kept.doc as StateDoc;
      // what ended while the server was away is said once somebody is there: they must not write in between
      return isFreezeDue(doc, now()) ? { ...readRules(doc), frozen: true } : readRules(doc);
    } finally {
      release();
    }
  };
  /** Hands the rules that `workshop` is about to say to the board, in the step in which they are written; returns the undoing. */
  const followRules = (board: BoardId, workshop: StateDoc): (() => void) =>
    observeState(workshop, (changed) => {
      if (!isRulesChange(changed)) return;
      const now = readRules(workshop);
      for (const { kept, rules } of rooms.values())
        if (kept.board === board && hasCards(kept.document)) rules.take(now);
    });
  const roomOf = (board: BoardId, document: StoredName): Room => {
    const present = rooms.get(keyOf(board, document));
    if (present && !present.isGone) return present;
    const room = new Room(
      board,
      document,
      {
        store,
        journal,
        compactor,
        holding,
        log,
        limits,
        now,
        readRules: rulesOf,
        isClosed,
        phonesOn: phones.on,
        presenceClock,
        delivered: watch?.delivered,
      },
      {
        givenUp,
        quarantined: ({ kept }, count) => {
          for (const listener of quarantineListeners) listener(kept.board, kindOf(kept.document), count);
        },
      },
    );
    rooms.set(keyOf(board, document), room);
    // whoever waits for it hears the fault, and the room has logged it; with only connections nobody waits
    room.ready.catch(() => undefined);
    return room;
  };
  let isSweeping = false;
  const sweep = async () => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      for (const room of rooms.values()) if (await room.sweep(limits.unloadAfterMs)) forget(room);
    } finally {
      isSweeping = false;
    }
  };
  const timers = [
    setInterval(() => attendance.all().forEach((connection) => connection.beat()), limits.heartbeatMs),
    setInterval(() => attendance.all().forEach((connection) => connection.ping()), limits.pingMs),
    setInterval(() => {
      for (const board of phones.boards()) rooms.get(keyOf(board, "board"))?.renewPhones();
    }, limits.phonesEveryMs),
    setInterval(() => void sweep(), limits.sweepMs),
    setInterval(() => holding.sweep(), limits.sweepMs),
  ];
  for (const timer of timers) timer.unref();

  const close = async () => {
    for (const timer of timers) clearInterval(timer);
    // barriers behind what was committed are answered on the way
    await journal.settled();
    const open = attendance.all();
    for (const connection of open) connection.close(CLOSE.restart);
    // what arrived while the first flush ran
    await journal.settled();
    for (const room of rooms.values()) room.close();
    rooms.clear();
    await Promise.all([compactor.close(), ...open.map((connection) => connection.closed)]);
  };

  return {
    accept: (upgraded, visitor, document) => {
      if (isLeaving()) return refuse(upgraded.webSocket, CLOSE.restart);
      if (headcount.isFull(visitor, upgraded.address)) return refuse(upgraded.webSocket, CLOSE.busy);
      if (isClosed(visitor.board, document)) return refuse(upgraded.webSocket, CLOSE.later);
      const room = roomOf(visitor.board, document);
      const takeOff = headcount.add(visitor, upgraded.address);
      const connection = new Connection(
        upgraded,
        visitor,
        document,
        { limits, now },
        {
          frame: (from, frame) => room.receive(from, frame),
          gone: (gone) => {
            room.leave(gone);
            attendance.leave(gone);
            takeOff();
          },
        },
      );
      attendance.arrive(connection);
      room.join(connection);
    },
    attend: ({ board, person, role }, address) => {
      if (headcount.isFull({ board, role }, address))
        throw new AppError("too-many", "there are as many connections as may be: wait a minute");
      const takeOff = headcount.add({ board, role }, address);
      const gone = attendance.attend(board, person);
      return () => {
        gone();
        takeOff();
      };
    },
    showPhone: phones.arrive,
    present: attendance.present,
    write: async (board, document, change, { leaves, ...notes } = {}) => {
      if (isClosed(board, document)) throw new AppError("conflict", "these drafts are being revealed: look again");
      const room = roomOf(board, document);
      const release = room.use();
      try {
        await room.ready;
        const unfollow = document === "workshop" ? followRules(board, room.kept.doc as StateDoc) : () => {};
        let result;
        try {
          result = room.kept.write(change, { phase: room.rules.phase, ...notes });
          // in the same step, and so in the same commit; the rooms that these drafts had are ended after it
          for (const [draft, bytes] of leaves?.() ?? []) journal.append(leftAs(board, draft), bytes, undefined);
        } finally {
          unfollow();
        }
        await new Promise<void>((resolve, reject) => room.kept.whenKept(resolve, reject));
        return result;
      } finally {
        release();
      }
    },
    closeDrafts: async (board, phase, task) => {
      const start = draftsOf(board, phase);
      closedDrafts.add(start);
      try {
        await journal.settled();
        if (!(await task())) return;
        for (const [key, room] of rooms) {
          if (!key.startsWith(start)) continue;
          rooms.delete(key);
          room.end(CLOSE.newEpoch);
        }
      } finally {
        closedDrafts.delete(start);
      }
    },
    hold: async (board, document, onGone) => {
      const room = roomOf(board, document);
      const release = room.use();
      try {
        await room.ready;
        if (room.isGone) throw new AppError("store-failed", "the document is being read afresh: try again");
        // not before: of a document that can't be read, whoever wanted it hears once, by the fault
        return { doc: room.kept.doc, release: room.use(onGone) };
      } finally {
        release();
      }
    },
    rewrite: async (board, document) => {
      const room = roomOf(board, document);
      const release = room.use();
      try {
        await room.ready;
        if (room.isGone) throw new AppError("store-failed", "the document is being read afresh: try again");
        await room.kept.rewrite();
      } finally {
        release();
      }
    },
    read: async (board, document) => {
      const room = roomOf(board, document);
      const release = room.use();
      try {
        return await room.whole();
      } finally {
        release();
      }
    },
    onLive: attendance.onLive,
    onKept: (listener) => {
      keptListeners.add(listener);
      return () => keptListeners.delete(listener);
    },
    onDrafted: (listener) => {
      draftListeners.add(listener);
      return () => draftListeners.delete(listener);
    },
    onDisconnect: (listener) => {
      disconnectListeners.add(listener);
      return () => disconnectListeners.delete(listener);
    },
    onQuarantined: (listener) => {
      quarantineListeners.add(listener);
      return () => quarantineListeners.delete(listener);
    },
    isKeeping: () => {
      const sinceMs = now() - journal.failedAt();
      // a clock that was set back must not make a fault last until it is as late again
      return sinceMs < 0 || sinceMs >= FAILING_MS;
    },
    disconnect: (board, which, code) => {
      for (const connection of attendance.on(board)) {
        if (which(connection.visitor)) connection.close(code);
      }
      for (const listener of disconnectListeners) listener(board, which);
    },
    renamed: (board, person, name) => {
      phones.renamed(board, person, name);
      for (const document of DOCUMENT_NAMES) rooms.get(keyOf(board, document))?.renamed(person, name);
    },
    counts: () => ({ rooms: rooms.size, connections: headcount.total }),
    backlog: () => ({
      entries: [...rooms.values()].reduce((sum, { kept }) => sum + kept.uncompacted, 0),
      bytes: journal.backlog(),
    }),
    drain: (overMs, led = []) =>
      (draining ??= drain([...attendance.all(), ...led], overMs, { settled: journal.settled, pause })),
    isLeaving,
    close: () => (closing ??= close()),
  };
}

/** Writes what is left of a draft. Whether it is kept is told by what it is written with. */
const leftAs = (board: BoardId, document: DraftName): JournalWriter => ({
  board,
  document,
  hasFailed: false,
  committed: () => {},
  failed: () => {},
});

/** A process that has nothing else to wait for needn't wait for this. */
const pauseFor = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());

/** Clients whose edits were not kept try again every few seconds: after this time without another fault it is over. */
const FAILING_MS = 30_000;

function refuse(socket: WebSocket, code: number): void {
  // a socket that fails while it is refused is what was wanted
  socket.on("error", () => socket.terminate());
  socket.close(code);
}
