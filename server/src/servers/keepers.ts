import type { BoardId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { ServerRecord, ServerStore } from "../stores/index.ts";
import { SERVER_LIFE_MS } from "../stores/index.ts";
import type { Bus } from "./bus.ts";

/** Which of the servers keeps a board: the only one whose memory it is in, that judges what is written on it and does what is due on it. */
export interface Keepers {
  /**
   * This server, another, or nobody since there is no such board. A board that nobody keeps is taken.
   * @throws AppError `store-failed`
   */
  keeperOf(board: BoardId): Promise<"here" | "nowhere" | ServerRecord>;
  /** Called when another server is not there any more; returns the undoing. */
  onGone(listener: (server: string) => void): () => void;
  /** Called when boards came to this server that it may have to do something for; returns the undoing. */
  onTaken(listener: () => void): () => void;
  /** Hands all boards to the others: to be called once nothing is written any more. */
  leave(): Promise<void>;
  /** No beat any more; may be called twice. */
  close(): Promise<void>;
}

const BEAT_MS = 1_000;
/** Boards that nobody keeps are rare between two deaths: those that were made while the servers disagreed on who is there. */
const TAKE_EVERY_BEATS = 5;

/**
 * Beats from now on.
 * @param deps.onGivenUp called once, when the others have given this server up: nothing that it writes is taken any more
 */
export function openKeepers(deps: {
  readonly store: ServerStore;
  readonly own: ServerRecord;
  readonly bus: Bus;
  readonly onGivenUp: () => void;
  readonly log: Log;
}): Keepers {
  const { store, own, bus, onGivenUp, log } = deps;
  const goneListeners = new Set<(server: string) => void>();
  const takenListeners = new Set<() => void>();
  const here = new Set<BoardId>();
  const there = new Map<BoardId, ServerRecord>();
  /** all that are there, as far as is known here */
  let known = new Map<string, ServerRecord>();
  let beats = 0;
  let lastBeatAt = performance.now();
  /** since when this server was neither held up nor away from the database */
  let steadySince = lastBeatAt;
  let timer: NodeJS.Timeout | undefined;
  let turning: Promise<void> | undefined;
  let isOver = false;
  /** told with the next beat: where a server has died, requests for many of its boards come at once */
  let isTakenUntold = false;

  const meet = (servers: readonly ServerRecord[]): boolean => {
    const now = new Map(servers.map((server) => [server.id, server]));
    const gone = [...known.keys()].filter((id) => !now.has(id));
    const isChanged = gone.length > 0 || now.size !== known.size;
    known = now;
    for (const [board, { id }] of there) if (!now.has(id)) there.delete(board);
    for (const id of gone) for (const listener of goneListeners) listener(id);
    return isChanged;
  };
  const takeFree = async (servers: readonly ServerRecord[]): Promise<void> => {
    const place = servers.findIndex(({ id }) => id === own.id);
    const taken = await store.takeFree(place, servers.length);
    if (taken === 0) return;
    isTakenUntold = true;
    log.info({ boards: taken }, "boards that no server kept are kept here");
  };
  const turn = async (): Promise<void> => {
    const startedAt = performance.now();
    if (startedAt - lastBeatAt > SERVER_LIFE_MS / 2) steadySince = startedAt;
    let servers = await store.beat();
    if (isOver) return;
    if (!servers) {
      isOver = true;
      log.error({}, "the other servers gave this one up, and keep its boards: it starts anew");
      return onGivenUp();
    }
    lastBeatAt = performance.now();
    // who was held up itself hears the others first: all may have been, by a database that was away
    if (lastBeatAt - steadySince > SERVER_LIFE_MS && (await store.giveUpSilent()) > 0) {
      bus.tell();
      servers = (await store.beat()) ?? servers;
    }
    const isChanged = meet(servers);
    beats += 1;
    if (isChanged || beats % TAKE_EVERY_BEATS === 1) await takeFree(servers);
    if (!isTakenUntold) return;
    isTakenUntold = false;
    for (const listener of takenListeners) listener();
  };
  const turnNow = (): Promise<void> =>
    (turning ??= turn()
      .catch((error: unknown) => log.warn({ error }, "the database did not take a beat of this server"))
      .finally(() => (turning = undefined)));
  const goOn = (): void => {
    timer = setTimeout(() => void turnNow().then(() => !isOver && goOn()), BEAT_MS);
  };
  void turnNow();
  goOn();
  const forget = bus.onTold(() => void turnNow());
  bus.tell();
  return {
    keeperOf: async (board) => {
      if (here.has(board)) return "here";
      const other = there.get(board);
      if (other) return other;
      const found = await store.keeperOf(board);
      if (!found) return "nowhere";
      const { keeper, isTaken } = found;
      if (isTaken) isTakenUntold = true;
      if (keeper.id === own.id) {
        here.add(board);
        return "here";
      }
      // one that this server has not met yet may be gone before it does
      if (known.has(keeper.id)) there.set(board, keeper);
      return keeper;
    },
    onGone: (listener) => {
      goneListeners.add(listener);
      return () => goneListeners.delete(listener);
    },
    onTaken: (listener) => {
      takenListeners.add(listener);
      return () => takenListeners.delete(listener);
    },
    leave: async () => {
      isOver = true;
      await turning;
      await store.leave();
      bus.tell();
    },
    close: async () => {
      isOver = true;
      clearTimeout(timer);
      forget();
      await turning;
    },
  };
}
