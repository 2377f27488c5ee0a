import type { SourceId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { PostStore, SourceRecord } from "../stores/index.ts";

/** Looks at sources at once in all: hosts are many, the line is one. */
export const LOOKS_AT_ONCE = 4;
/** How often it is asked whose time has come; the shortest interval is a minute. */
const TICK_MS = 5_000;

/** Looks at sources when their time has come, each by itself, never more than `LOOKS_AT_ONCE` at once. */
export interface Schedule {
  start(): void;
  /** One round: looks at all that is due, resolves when these looks are done. */
  turn(): Promise<void>;
  /** No look begins any more; resolves when those under way are done. May be called twice. */
  close(): Promise<void>;
}

/**
 * @param look   must not reject; gives whether the source has a next time now: one that is still due has to wait for the next round
 * @param isBusy whether somebody else is looking at a source just now
 */
export function createSchedule(deps: {
  store: Pick<PostStore, "dueSources">;
  look: (source: SourceRecord) => Promise<boolean>;
  isBusy: (id: SourceId) => boolean;
  log: Log;
  now: () => number;
}): Schedule {
  const { store, look, isBusy, log, now } = deps;
  const running = new Map<SourceId, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Begins looks at what is due, as far as there is room. */
  const fill = async (): Promise<void> => {
    if (isClosed || running.size >= LOOKS_AT_ONCE) return;
    try {
      // those under way are still due: they are asked for beside the free places, and may be done when the answer comes
      const underWay = new Set(running.keys());
      const due = await store.dueSources(now(), LOOKS_AT_ONCE + underWay.size);
      for (const source of due) {
        if (isClosed || running.size >= LOOKS_AT_ONCE) return;
        const isTaken = underWay.has(source.id) || running.has(source.id) || isBusy(source.id);
        if (!isTaken) running.set(source.id, lookAndFill(source));
      }
    } catch (error) {
      log.error({ error }, "the sources that are due could not be asked for");
    }
  };
  const lookAndFill = async (source: SourceRecord): Promise<void> => {
    const isDone = await look(source);
    running.delete(source.id);
    if (isDone) await fill();
  };
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values());
  };
  return {
    start: () => {
      timer ??= setInterval(() => void fill(), TICK_MS);
    },
    turn: async () => {
      await fill();
      await idle();
    },
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await idle();
    },
  };
}
