import type { BoardId } from "@palabre/shared/terms";
import { openDeadlines } from "../background/index.ts";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";

/** When something on a board is over, a phase for instance: it is ended when its time comes, whoever is there. */
export interface Timers {
  /** When the next thing on a board is over; undefined: nothing will be. */
  follow(board: BoardId, dueAt: number | undefined): void;
  /** Waits for what is being ended; may be called twice. */
  close(): Promise<void>;
}

/**
 * What this process has not begun is found when somebody comes to its board.
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
  const { end, rooms, ...rest } = deps;
  const deadlines = openDeadlines<BoardId>({ meet: end, ...rest });
  const forget = rooms.onLive((board, isLive) => {
    if (isLive) deadlines.meet(board);
  });
  return {
    follow: deadlines.set,
    close: () => {
      forget();
      return deadlines.close();
    },
  };
}
