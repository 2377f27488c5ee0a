import { voicing } from "@palabre/shared/documents";
import { createTally, type Tally } from "@palabre/shared/facilitation";
import type { BoardId, PersonId, Voices } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import type { Conductor } from "./conductor.ts";

/** Tells facilitators who contributes how much on the boards that somebody has open. */
export interface VoiceCounter {
  /** Waits for what is being counted; may be called twice. */
  close(): Promise<void>;
}

/** A gauge that is looked at now and then: each reading is a write for the facilitators' document. */
const COUNT_EVERY_MS = 3_000;
/** One reading of the log; some hundred kilobytes. */
const PAGE = 1_000;

interface Counted {
  readonly tally: Tally;
  /** of the log, up to here */
  seq: number;
  /** as they were written last */
  readonly told: Map<PersonId, Voices>;
}

/** From the log of what was kept, so that it is the same after a restart, whoever is there. */
export function openVoiceCounter(deps: {
  readonly conductor: Conductor;
  readonly rooms: Pick<Rooms, "onKept" | "onLive">;
  readonly store: Pick<BoardStore, "changes">;
  readonly log: Log;
  readonly everyMs?: number;
}): VoiceCounter {
  const { conductor, rooms, store, log, everyMs = COUNT_EVERY_MS } = deps;
  const counted = new Map<BoardId, Counted>();
  const timers = new Map<BoardId, NodeJS.Timeout>();
  const counting = new Map<BoardId, Promise<void>>();
  let isClosed = false;

  const count = async (board: BoardId): Promise<void> => {
    const known = counted.get(board) ?? { tally: createTally(), seq: 0, told: new Map<PersonId, Voices>() };
    counted.set(board, known);
    const { tally, told } = known;
    tally.beginPhase((await conductor.workshop(board)).now?.startedAt);
    for (let page; page === undefined || page.length === PAGE;) {
      page = await store.changes(board, { afterSeq: known.seq, limit: PAGE });
      for (const entry of page) tally.take(entry);
      known.seq = page.at(-1)?.seq ?? known.seq;
    }
    const news = [...tally.voices()].filter(([person, voices]) => told.get(person) !== voices);
    await conductor.change(
      board,
      "desk",
      news.map(([person, voices]) => voicing(person, voices)),
    );
    for (const [person, voices] of news) told.set(person, voices);
  };
  const countSoon = (board: BoardId): void => {
    if (isClosed || timers.has(board)) return;
    const timer = setTimeout(() => {
      const before = counting.get(board) ?? Promise.resolve();
      const done = before
        .then(() => count(board))
        .catch((error: unknown) => {
          counted.delete(board);
          log.error({ board, error }, "contributions could not be counted; they are counted anew");
        })
        .finally(() => {
          if (counting.get(board) === done) counting.delete(board);
        });
      counting.set(board, done);
      timers.delete(board);
    }, everyMs).unref();
    timers.set(board, timer);
  };
  const forgetKept = rooms.onKept(countSoon);
  const forgetLive = rooms.onLive((board, isLive) => {
    if (isLive) return countSoon(board);
    clearTimeout(timers.get(board));
    timers.delete(board);
    // the log is read again when somebody comes
    void (counting.get(board) ?? Promise.resolve()).then(() => counted.delete(board));
  });
  return {
    close: async () => {
      isClosed = true;
      forgetKept();
      forgetLive();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(counting.values());
    },
  };
}
