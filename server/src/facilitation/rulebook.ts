import {
  damageFound,
  damageSeen,
  freezing,
  locking,
  writeState,
  type DocumentName,
  type StateChange,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { LIMITS, type BoardId, type BoardRules, type ThingId } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";
import type { Conductor } from "./conductor.ts";

/** What is left out stays as it is. */
export interface RulesChange {
  readonly frozen?: boolean | undefined;
  readonly lock?: { readonly things: readonly ThingId[]; readonly locked: boolean } | undefined;
}

/** The rules of a board, as facilitators set them: everybody sees them, and the rooms obey them. */
export interface Rulebook {
  /** @returns the rules as they are now, once they are on disk. @throws AppError `bad-request` for more locks than a board has things */
  change(board: BoardId, change: RulesChange): Promise<BoardRules>;
  /** Tells facilitators that `count` records of a document are set aside in all, unless they know. */
  noteDamage(board: BoardId, document: DocumentName | "draft", count: number): Promise<void>;
  /** A facilitator took note of all that is set aside. */
  dismissDamage(board: BoardId): Promise<void>;
}

export function createRulebook(deps: {
  conductor: Conductor;
  rooms: Pick<Rooms, "write">;
  now?: () => number;
}): Rulebook {
  const { conductor, rooms, now = Date.now } = deps;
  /** What is to be written hangs on what is there: both in one step. */
  const changeBy = (board: BoardId, changes: (doc: StateDoc) => readonly StateChange[]) =>
    // the name of a document says what it is
    rooms.write(board, "workshop", (doc) => void writeState(doc as StateDoc, changes(doc as StateDoc)));
  return {
    change: async (board, { frozen, lock }) => {
      const before = (await conductor.workshop(board)).rules;
      const things = lock?.things ?? [];
      const more = lock?.locked === true ? things.filter((thing) => !before.locks.has(thing)) : [];
      if (before.locks.size + more.length > LIMITS.locksPerBoard)
        throw new AppError("bad-request", `a board holds ${LIMITS.locksPerBoard} locks at most: unlock some first`);
      const changes: StateChange[] = [];
      // what is so already keeps its time, and costs nobody a message
      if (frozen !== undefined && frozen !== before.frozen) changes.push(freezing(frozen, now()));
      for (const thing of lock?.locked === true ? more : things)
        changes.push(locking(thing, lock?.locked === true, now()));
      await conductor.change(board, "workshop", changes);
      return (await conductor.workshop(board)).rules;
    },
    noteDamage: (board, document, count) => changeBy(board, (doc) => damageFound(doc, document, count, now())),
    dismissDamage: (board) => changeBy(board, damageSeen),
  };
}
