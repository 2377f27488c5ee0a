import { AppError } from "@palabre/shared/errors";
import { POCKET_BEAT_MS, pocketEventSchema, type PocketView } from "@palabre/shared/protocol";
import { PASSING } from "../api/index.ts";
import { readEvents } from "./readEvents.ts";

/** A line that is silent for longer is dead, whatever the phone says of its network. */
const DEAD_AFTER_MS = 2 * POCKET_BEAT_MS + 5_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

export interface LineEvents {
  /** `true`: what is shown is how things are */
  live(isLive: boolean): void;
  told(change: Partial<PocketView>, at: number | undefined): void;
  /** there is nothing to follow any more, or not now: a fault that does not heal by trying again; who was removed may be told again later */
  refused(fault: AppError): void;
}
export interface Line {
  /** The phone woke up, or has a network again: looks at once whether the line is alive. */
  wake(): void;
  close(): void;
}

/** Follows the workshop for as long as the page is open: comes back by itself after every loss, at once when the phone wakes up. */
export function followLine(
  open: (lastId: string | undefined, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>,
  events: LineEvents,
): Line {
  let isClosed = false;
  let lastId: string | undefined;
  let heardAt = 0;
  let current: AbortController | undefined;
  let stopWaiting = () => {};
  let pauseMs = FIRST_PAUSE_MS;

  /** @returns whether the server ended the line with a word: why is known by asking again */
  const follow = async (line: AbortController): Promise<boolean> => {
    let isTold = false;
    heardAt = Date.now();
    const watch = setInterval(() => {
      if (Date.now() - heardAt > DEAD_AFTER_MS) line.abort();
    }, 1_000);
    try {
      const body = await open(lastId, line.signal);
      for await (const { id, event, data } of readEvents(body, () => (heardAt = Date.now()))) {
        if (event === "over") return isTold;
        isTold = true;
        const { at, ...change } = pocketEventSchema.parse(JSON.parse(data));
        lastId = id ?? lastId;
        pauseMs = FIRST_PAUSE_MS;
        events.told(change, at);
        events.live(true);
      }
      return false;
    } finally {
      clearInterval(watch);
      line.abort();
    }
  };
  const run = async (): Promise<void> => {
    while (!isClosed) {
      current = new AbortController();
      let isAway = false;
      try {
        if (await follow(current)) continue;
      } catch (fault) {
        if (isClosed) return;
        if (fault instanceof AppError && !PASSING.has(fault.code)) {
          events.refused(fault);
          // who was sent off may be let back in
          isAway = fault.code === "removed";
          if (!isAway) return;
        }
      }
      if (isClosed) return;
      if (!isAway) events.live(false);
      const pause = isAway ? LONGEST_PAUSE_MS : pauseMs;
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      await new Promise<void>((resolve) => {
        stopWaiting = resolve;
        setTimeout(resolve, pause);
      });
    }
  };
  void run();
  return {
    wake: () => {
      pauseMs = FIRST_PAUSE_MS;
      stopWaiting();
      // asleep, the phone heard no beat: whether the line still lives, only another one tells at once
      if (Date.now() - heardAt > POCKET_BEAT_MS + 3_000) current?.abort();
    },
    close: () => {
      isClosed = true;
      stopWaiting();
      current?.abort();
    },
  };
}
