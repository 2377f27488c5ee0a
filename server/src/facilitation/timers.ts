import type { BoardId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";

/** When something on a board is over, a phase for instance: it is ended when its time comes, whoever is there. */
export interface Timers {
  /** When the next thing on a board is over; undefined: nothing will be. */
  follow(board: BoardId, dueAt: number | undefined): void;
  /** Waits for what is being ended; may be called twice. */
  close(): Promise<void>;
}

/** How late something may end: nobody's eye sees it, and a look costs nothing. */
const LOOK_EVERY_MS = 200;
const RETRY_MS = 1_000;

/**
 * One look at the clock for all boards, and none while no timer runs: a clock that is set anew is followed. What this process has not
 * begun is found when somebody comes to its board.
 * @param deps.end ends what is over on a board, and says when there is something to end next
 * @param deps.what is ended, for the log
 */
export function openTimers(deps: {
  readonly end: (board: BoardId) => Promise<number | undefined>;
  readonly what: string;
  readonly everyMs?: number;
  readonly rooms: Pick<Rooms, "onLive">;
  readonly log: Log;
  readonly now: () => number;
}): Timers {
  const { end, what, everyMs = LOOK_EVERY_MS, rooms, log, now } = deps;
  const dueAt = new Map<BoardId, number>();
  const ending = new Set<Promise<void>>();
  let looking: NodeJS.Timeout | undefined;
  let isClosed = false;

  const setDue = (board: BoardId, at: number | undefined): void => {
    if (at === undefined || isClosed) dueAt.delete(board);
    else dueAt.set(board, at);
    if (dueAt.size === 0) {
      clearInterval(looking);
      looking = undefined;
    } else looking ??= setInterval(look, everyMs).unref();
  };
  const endNow = (board: BoardId): void => {
    const ended = end(board).then(
      (at) => setDue(board, at),
      (error: unknown) => {
        log.error({ board, what, error }, "an end could not be written; it is tried again");
        setDue(board, now() + RETRY_MS);
      },
    );
    ending.add(ended);
    void ended.then(() => ending.delete(ended));
  };
  const look = (): void => {
    for (const [board, at] of dueAt) {
      if (at > now()) continue;
      setDue(board, undefined);
      endNow(board);
    }
  };
  const forget = rooms.onLive((board, isLive) => {
    if (isLive && !isClosed) endNow(board);
  });
  return {
    follow: setDue,
    close: async () => {
      isClosed = true;
      forget();
      clearInterval(looking);
      await Promise.all(ending);
    },
  };
}
