import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { HistoryLimits } from "./limits.ts";
import type { Versions } from "./versions.ts";

/** After this a stop begins no more versions: it has some twenty seconds in all, and hands its boards over only after them. */
const CLOSING_MS = 3_000;

/** A version for each minute in which a board was changed. */
export interface Minutes {
  /** Keeps the minutes that are not over, too, as far as they can be begun within a few seconds; may be called twice. */
  close(): Promise<void>;
}

/**
 * Keeps versions of live boards by themselves. A board that changed is remembered with the time of its first change since; nothing
 * is done for one that rests. When the last person leaves, the minute is kept early.
 */
export function openMinutes(deps: {
  readonly versions: Pick<Versions, "keep">;
  readonly rooms: Pick<Rooms, "onKept" | "onLive">;
  readonly log: Log;
  readonly now: () => number;
  readonly limits: HistoryLimits;
}): Minutes {
  const { versions, rooms, log, now, limits } = deps;
  /** board → when it changed first since its newest version */
  const changed = new Map<BoardId, number>();
  let turn = Promise.resolve();
  let closingSince: number | undefined;

  const keep = async (board: BoardId): Promise<void> => {
    changed.delete(board);
    try {
      await versions.keep(board, { kind: "minute" });
    } catch (error) {
      // a store that is away may take half a minute to say so, for each board anew
      if (closingSince !== undefined && error instanceof AppError && error.code === "store-failed") changed.clear();
      // it is in the next one, if this board is changed again
      log.error({ board, error }, "the version of a minute could not be kept");
    }
  };
  const isTooLate = (): boolean => closingSince !== undefined && now() - closingSince >= CLOSING_MS;
  /** One after the other: a board that takes long holds up no other work of this process. */
  const keepAll = (boards: readonly BoardId[]): Promise<void> =>
    (turn = turn.then(async () => {
      for (const board of boards) if (changed.has(board) && !isTooLate()) await keep(board);
    }));
  const look = () => {
    const due = now() - limits.minuteMs;
    return keepAll([...changed].filter(([, since]) => since <= due).map(([board]) => board));
  };
  const undoings = [
    rooms.onKept((board) => {
      if (!changed.has(board)) changed.set(board, now());
    }),
    rooms.onLive((board, isLive) => {
      if (!isLive && changed.has(board)) void keepAll([board]);
    }),
  ];
  const timer = setInterval(() => void look(), limits.lookEveryMs);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      for (const undoing of undoings) undoing();
      closingSince ??= now();
      await keepAll([...changed.keys()]);
      if (changed.size === 0) return;
      log.warn({ boards: changed.size }, "versions of the last minute were left out: keeping them took too long");
      changed.clear();
    },
  };
}
