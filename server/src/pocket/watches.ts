import {
  isFreezeDue,
  observeState,
  readBallots,
  readRules,
  readWorkshop,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import type { BoardId, BoardSnapshot } from "@palabre/shared/terms";
import type { Conductor } from "../facilitation/index.ts";
import { AGAIN_MS, type Rooms } from "../rooms/index.ts";
import { readCommon, type Common, type Seen } from "./view.ts";

/** What a board shows and asks, kept up to date until it is released; may be released twice. */
export interface Watched {
  /** the same object until something changes */
  common(): Common;
  /** the step and the rules alone; the same object until they change */
  step(): Pick<Seen, "workshop" | "rules">;
  /** the cards alone */
  snapshot(): BoardSnapshot;
  release(): void;
}

/**
 * What phones look at: read once for all phones of a board, and kept for a moment after the last one has looked. A group that scans one
 * code asks the same a hundred times within seconds, and reading a large board takes a tenth of one.
 */
export interface Watches {
  /** @param changed called after each change until it is released */
  take(board: BoardId, changed?: () => void): Promise<Watched>;
  close(): void;
}

export interface WatchesDeps {
  readonly rooms: Pick<Rooms, "hold">;
  readonly conductor: Pick<Conductor, "watch">;
  readonly now: () => number;
  /** ms that it is kept after nobody needs it */
  readonly keepMs?: number;
}

interface Shared {
  readonly opened: Promise<Opened>;
  readonly listeners: Set<() => void>;
  users: number;
  timer: NodeJS.Timeout | undefined;
}
interface Opened extends Pick<Watched, "common" | "step" | "snapshot"> {
  readonly close: () => void;
}

const KEEP_MS = 10_000;

export function createWatches(deps: WatchesDeps): Watches {
  const { keepMs = KEEP_MS } = deps;
  const boards = new Map<BoardId, Shared>();

  const share = (board: BoardId): Shared => {
    const listeners = new Set<() => void>();
    const opened = openWatch(deps, board, () => {
      for (const changed of listeners) changed();
    });
    const shared = { opened, listeners, users: 0, timer: undefined };
    boards.set(board, shared);
    // whoever asked hears why; the next one tries again
    opened.catch(() => forget(board, shared));
    return shared;
  };
  const forget = (board: BoardId, shared: Shared): void => {
    clearTimeout(shared.timer);
    if (boards.get(board) === shared) boards.delete(board);
  };
  const end = (board: BoardId, shared: Shared): void => {
    forget(board, shared);
    // what could not be opened has nothing to close
    shared.opened.then(({ close }) => close()).catch(() => undefined);
  };

  return {
    take: async (board, changed) => {
      const shared = boards.get(board) ?? share(board);
      clearTimeout(shared.timer);
      shared.users += 1;
      // one of its own for each who listens
      const listener = changed && (() => changed());
      if (listener) shared.listeners.add(listener);
      let isReleased = false;
      const release = () => {
        if (isReleased) return;
        isReleased = true;
        shared.users -= 1;
        if (listener) shared.listeners.delete(listener);
        if (shared.users === 0 && boards.get(board) === shared)
          shared.timer = setTimeout(() => end(board, shared), keepMs).unref();
      };
      try {
        const { common, step, snapshot } = await shared.opened;
        return { common, step, snapshot, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    close: () => {
      for (const [board, shared] of boards) end(board, shared);
    },
  };
}

async function openWatch({ rooms, conductor, now }: WatchesDeps, board: BoardId, changed: () => void): Promise<Opened> {
  let snapshot: (() => BoardSnapshot) | undefined;
  let state: (Omit<Seen, "board"> & { readonly isDue: boolean }) | undefined;
  let common: Common | undefined;
  const change = () => {
    common = undefined;
    changed();
  };
  const workshop = await followWorkshop(rooms, board, () => {
    state = undefined;
    change();
  });
  const looked = (): BoardSnapshot => {
    if (!snapshot) throw new Error("a board is watched before it is looked at");
    return snapshot();
  };
  const readState = (): NonNullable<typeof state> => {
    const doc = workshop.doc();
    // what the clock makes due is in force before anybody writes it down
    const isDue = isFreezeDue(doc, now());
    if (state?.isDue === isDue) return state;
    common = undefined;
    const rules = isDue ? { ...readRules(doc), frozen: true } : readRules(doc);
    return (state = { isDue, workshop: readWorkshop(doc), rules, ballots: readBallots(doc) });
  };
  const read = (): Common => {
    const now = readState();
    return (common ??= readCommon({ ...now, board: looked() }));
  };
  let unwatch: () => void;
  try {
    unwatch = await conductor.watch(board, (current) => {
      snapshot = current;
      change();
    });
  } catch (error) {
    workshop.close();
    throw error;
  }
  return {
    common: read,
    step: readState,
    snapshot: looked,
    close: () => {
      unwatch();
      workshop.close();
    },
  };
}

/** Keeps the workshop of a board open until it is closed. What had to be given up is read afresh, which is a change too. */
async function followWorkshop(rooms: WatchesDeps["rooms"], board: BoardId, changed: () => void) {
  let isClosed = false;
  let letGo = () => {};
  let timer: NodeJS.Timeout | undefined;

  const open = async (): Promise<StateDoc> => {
    let isHeld = false;
    let isGone = false;
    const held = await rooms.hold(board, "workshop", () => {
      isGone = true;
      letGo();
      if (isHeld) openAfresh();
    });
    isHeld = true;
    const opened = held.doc as StateDoc;
    const unfollow = observeState(opened, changed);
    letGo = () => {
      letGo = () => {};
      unfollow();
      held.release();
    };
    if (isClosed || isGone) letGo();
    if (isGone) throw new AppError("store-failed", "the document is being read afresh: try again");
    return opened;
  };
  const openAfresh = (): void => {
    if (isClosed) return;
    open().then(
      (opened) => {
        doc = opened;
        changed();
      },
      () => {
        // the rooms have logged why
        if (!isClosed) timer = setTimeout(openAfresh, AGAIN_MS).unref();
      },
    );
  };
  let doc = await open();
  return {
    doc: () => doc,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      letGo();
    },
  };
}
