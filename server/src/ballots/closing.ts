import { endsWithOf, type Ballot, type BallotId, type BoardId, type PhaseId } from "@palabre/shared/terms";
import { openDeadlines } from "../background/index.ts";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { BallotStore } from "../stores/index.ts";

/** When ballots end by themselves: whoever is there, and also those that an earlier process opened. */
export interface Closing {
  /** Undefined = only a facilitator ends it. */
  set(board: BoardId, id: BallotId, at: number | undefined): void;
  /** Looks for what is due in the store: this server may have come to more boards. */
  lookAgain(): void;
  close(): Promise<void>;
}

type Key = `${BoardId}/${BallotId}`;

/**
 * The store knows which are due; a ballot that it says takes no papers, while its board says it does, is what a process left that died in
 * between: it is ended when somebody comes to its board. So is one whose phase is over.
 */
export function openClosing(deps: {
  readonly store: Pick<BallotStore, "ballot" | "dueBallots">;
  /** the ballots of a board, and the phase that is under way with them */
  readonly standing: (
    board: BoardId,
  ) => Promise<{ readonly ballots: ReadonlyMap<BallotId, Ballot>; readonly phase: PhaseId | undefined }>;
  readonly end: (board: BoardId, id: BallotId) => Promise<void>;
  readonly rooms: Pick<Rooms, "onLive">;
  readonly log: Log;
  readonly now: () => number;
}): Closing {
  const { store, standing, end, rooms, log, now } = deps;
  const meet = async (board: BoardId, id: BallotId): Promise<number | undefined> => {
    const { ballots, phase } = await standing(board);
    const ballot = ballots.get(id);
    if (ballot?.state !== "open") return undefined;
    const last = endsWithOf(ballot);
    const isPhaseOver = last !== undefined && last !== phase;
    const record = await store.ballot(board, id);
    const endsAt = record?.closedAt ?? record?.closesAt;
    const isDue = endsAt !== undefined && (record?.closedAt !== undefined || endsAt <= now());
    if (!isPhaseOver && !isDue) return endsAt;
    await end(board, id);
    return undefined;
  };
  const ids = new Map<Key, readonly [BoardId, BallotId]>();
  const keyOf = (board: BoardId, id: BallotId): Key => {
    const key: Key = `${board}/${id}`;
    ids.set(key, [board, id]);
    return key;
  };
  const deadlines = openDeadlines<Key>({
    meet: async (key) => {
      const [board, id] = ids.get(key) ?? [];
      const next = board === undefined || id === undefined ? undefined : await meet(board, id);
      if (next === undefined) ids.delete(key);
      return next;
    },
    what: "closing a ballot",
    log,
    now,
  });
  const lookAt = async (board: BoardId): Promise<void> => {
    for (const [id, { state }] of (await standing(board)).ballots)
      if (state === "open") deadlines.meet(keyOf(board, id));
  };
  const forget = rooms.onLive((board, isLive) => {
    if (!isLive) return;
    lookAt(board).catch((error: unknown) => log.error({ board, error }, "open ballots could not be looked for"));
  });
  const begin = async (): Promise<void> => {
    for (const { board, id, closesAt } of await store.dueBallots()) deadlines.set(keyOf(board, id), closesAt);
  };
  const look = (): Promise<void> =>
    begin().catch((error: unknown) => log.error({ error }, "ballots that are due could not be looked for"));
  let begun = look();
  return {
    set: (board, id, at) => {
      const key = keyOf(board, id);
      deadlines.set(key, at);
      if (at === undefined) ids.delete(key);
    },
    lookAgain: () => {
      begun = begun.then(look);
    },
    close: async () => {
      forget();
      await begun;
      await deadlines.close();
    },
  };
}
