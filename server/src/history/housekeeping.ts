import type { BoardId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import { changePages } from "./changes.ts";
import type { BoardStore } from "../stores/index.ts";
import type { HistoryLimits } from "./limits.ts";
import { purge } from "./purge.ts";
import type { TaskRunner } from "./taskRunner.ts";
import type { Versions } from "./versions.ts";

/** What is done once a day for all boards: trash, history and papers that have had their time go. */
export interface Housekeeping {
  /** Waits for the board that is looked after; may be called twice. */
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const BOARDS_AT_ONCE = 100;

/**
 * One timer for all boards. Of a board that was not changed since it was last looked at, it is known when its trash is due, so that
 * a day on which nothing is due costs one question to the store for each board.
 */
export function openHousekeeping(deps: {
  readonly store: BoardStore;
  readonly versions: Pick<Versions, "present">;
  readonly tasks: TaskRunner;
  readonly rooms: Pick<Rooms, "onKept" | "write">;
  readonly log: Log;
  readonly now: () => number;
  readonly limits: HistoryLimits;
  /** Votes of a board that take papers in the store alone are closed there. */
  readonly closeLeftOpen: (board: BoardId) => Promise<void>;
}): Housekeeping {
  const { store, versions, tasks, rooms, log, now, limits, closeLeftOpen } = deps;
  /** board → since when the oldest thing in its trash has been there; Infinity = its trash is empty */
  const oldest = new Map<BoardId, number>();
  let isClosed = false;
  let running: Promise<void> | undefined;

  const lookAfter = async (board: BoardId): Promise<void> => {
    const record = await store.board(board);
    if (!record) return;
    const historyFrom = now() - record.historyDays * DAY_MS;
    const before = now() - limits.trashMs;
    // the log alone says when the server saw something trashed: it is kept until that is due
    await store.dropHistory(board, historyFrom, Math.min(historyFrom, before));
    // a document that can't be read holds up nothing else
    await closeLeftOpen(board).catch((error: unknown) =>
      log.error({ board, error }, "votes that were left open could not be looked for; they are tomorrow"),
    );
    await erasePapers(board, historyFrom);
    const known = oldest.get(board) ?? (await readOldest(board));
    oldest.set(board, known);
    if (known > before) return;
    // on disk by now, and so in the log that is read next; what is trashed meanwhile is not looked at today
    const due = new Set(await tasks.run("trashDue", (await versions.present(board)).bytes, before));
    for (const id of await trashedSince(store, board, before)) due.delete(id);
    const purged = await purge(rooms, board, before, (id) => !due.has(id));
    log.info({ board, ...purged }, "what was in the trash long enough is gone");
  };
  /** Tallies stay: they are on the board. */
  const erasePapers = async (board: BoardId, closedBefore: number): Promise<void> => {
    const old = (await store.ballots(board)).filter(({ closedAt = Infinity }) => closedAt < closedBefore);
    if (old.length === 0) return;
    await store.eraseBallots(
      board,
      old.map(({ id }) => id),
    );
    log.info({ board, ballots: old.length }, "papers of votes that were kept long enough are gone");
  };
  const readOldest = async (board: BoardId): Promise<number> =>
    (await tasks.run("oldestTrash", (await versions.present(board)).bytes)) ?? Number.POSITIVE_INFINITY;

  const runOnce = async (): Promise<void> => {
    for (let after: BoardId | undefined; !isClosed;) {
      const boards = await store.boardIds(after, BOARDS_AT_ONCE);
      for (const board of boards) {
        if (isClosed) return;
        try {
          await lookAfter(board);
        } catch (error) {
          log.error({ board, error }, "a board could not be looked after; it is tried again tomorrow");
        }
      }
      after = boards.at(-1);
      if (after === undefined || boards.length < BOARDS_AT_ONCE) return;
    }
  };
  const run = () =>
    (running ??= runOnce()
      .catch((error: unknown) => log.error({ error }, "the boards could not be looked after"))
      .finally(() => (running = undefined)));
  const forget = rooms.onKept((board) => oldest.delete(board));
  const first = setTimeout(() => void run(), limits.firstMs);
  const daily = setInterval(() => void run(), limits.everyMs);
  for (const timer of [first, daily]) timer.unref();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(first);
      clearInterval(daily);
      forget();
      await running;
    },
  };
}

/**
 * Things that the server saw trashed since a time: their own word on when is a client's clock, which may be wrong by years, or a lie
 * to have them gone at once.
 */
async function trashedSince(store: BoardStore, board: BoardId, since: number): Promise<ReadonlySet<string>> {
  const things = new Set<string>();
  for await (const { facts } of changePages(store, board, { since }))
    for (const { key, after } of facts) {
      const thing = /^attribute\/([^/]+)\/trashedAt$/.exec(key)?.[1];
      if (thing !== undefined && after !== undefined) things.add(thing);
    }
  return things;
}
