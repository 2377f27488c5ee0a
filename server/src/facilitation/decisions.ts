import { deciding, nextReviewAt, readDecisions, reopening, writeState, type StateDoc } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { LIMITS, type BoardId, type CardId, type Decision, type DecisionFacts } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { Conductor } from "./conductor.ts";
import { openTimers } from "./timers.ts";

/** What was decided of cards. It is opened again by its review date, and by an alert that is raised on its card. */
export interface Decisions {
  /** @throws AppError `bad-request` when the board has as many as it can hold */
  set(board: BoardId, card: CardId, facts: DecisionFacts): Promise<Decision>;
  remove(board: BoardId, card: CardId): Promise<void>;
  /** Ends the looking at dates; may be called twice. */
  close(): Promise<void>;
}

/** A day is looked at by the second. */
const LOOK_EVERY_MS = 1_000;

export function openDecisions(deps: {
  readonly rooms: Pick<Rooms, "write" | "onLive">;
  readonly conductor: Pick<Conductor, "onAlarm">;
  readonly log: Log;
  readonly now: () => number;
}): Decisions {
  const { rooms, conductor, log, now } = deps;
  /** What hangs on what is there is judged and written in one step; it says when there is something to look at next. */
  const write = (board: BoardId, change: (doc: StateDoc) => void): Promise<number | undefined> =>
    // the name of a document says what it is
    rooms.write(board, "workshop", (doc) => {
      change(doc as StateDoc);
      return nextReviewAt(doc as StateDoc);
    });
  const reopen = (board: BoardId): Promise<number | undefined> =>
    write(board, (doc) => void writeState(doc, reopening(doc, now())));
  const timers = openTimers({ end: reopen, everyMs: LOOK_EVERY_MS, what: "reopened decisions", rooms, log, now });
  const forget = conductor.onAlarm((board) => {
    reopen(board).then(
      (dueAt) => timers.follow(board, dueAt),
      (error: unknown) => log.error({ board, error }, "a decision could not be opened again"),
    );
  });
  return {
    set: async (board, card, facts) => {
      const at = now();
      const dueAt = await write(board, (doc) => {
        const known = readDecisions(doc);
        if (!known.has(card) && known.size >= LIMITS.decisionsPerBoard)
          throw new AppError("bad-request", "the board has as many decisions as it can hold: take one back first");
        writeState(doc, [deciding(card, facts, at)]);
      });
      timers.follow(board, dueAt);
      return { ...facts, at };
    },
    remove: async (board, card) => {
      timers.follow(board, await write(board, (doc) => void writeState(doc, [deciding(card, undefined, now())])));
    },
    close: async () => {
      forget();
      await timers.close();
    },
  };
}
