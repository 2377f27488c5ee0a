import type { BoardId, PhaseNow } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";

/** When the phases of boards are over: each is ended when its time comes, whoever is there. */
export interface Timers {
  /** What is under way on a board from now on. */
  follow(board: BoardId, now: PhaseNow | undefined): void;
  /** Waits for what is being ended; may be called twice. */
  close(): Promise<void>;
}

/** How late a phase may end: nobody's eye sees it, and a look costs nothing. */
const LOOK_EVERY_MS = 200;
const RETRY_MS = 1_000;

/**
 * One look at the clock for all boards, and none while no timer runs: a clock that is set anew is followed. What this process has not
 * begun is found when somebody comes to its board.
 * @param deps.end ends the phase of a board if its time is over, and says what is under way then
 */
export function openTimers(deps: {
  readonly end: (board: BoardId) => Promise<PhaseNow | undefined>;
  readonly rooms: Pick<Rooms, "onLive">;
  readonly log: Log;
  readonly now: () => number;
}): Timers {
  const { end, rooms, log, now } = deps;
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
    } else looking ??= setInterval(look, LOOK_EVERY_MS).unref();
  };
  const follow: Timers["follow"] = (board, phase) =>
    setDue(board, phase?.isTimeUp === true ? undefined : phase?.endsAt);
  const endNow = (board: BoardId): void => {
    const ended = end(board).then(
      (phase) => follow(board, phase),
      (error: unknown) => {
        log.error({ board, error }, "the end of a phase could not be written; it is tried again");
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
    follow,
    close: async () => {
      isClosed = true;
      forget();
      clearInterval(looking);
      await Promise.all(ending);
    },
  };
}
