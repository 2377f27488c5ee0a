import { freezing, locking, type StateChange } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { LIMITS, type BoardId, type BoardRules, type ThingId } from "@palabre/shared/terms";
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
  /** Takes away the notice that a part of the board could not be read. */
  dismissDamage(board: BoardId): Promise<void>;
}

export function createRulebook(deps: { conductor: Conductor; now?: () => number }): Rulebook {
  const { conductor, now = Date.now } = deps;
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
    dismissDamage: async (board) => {
      await conductor.change(board, "workshop", [{ map: "notices", key: "damage", value: undefined }]);
    },
  };
}
