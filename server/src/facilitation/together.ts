import { muting, removing } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { CLOSE } from "@palabre/shared/protocol";
import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import type { Conductor } from "./conductor.ts";

/** What facilitators do about the people of a board. */
export interface Together {
  /** Lets a participant look on only, or write again. @throws AppError `bad-request` for whoever is no participant */
  mute(board: BoardId, person: PersonId, muted: boolean): Promise<void>;
  /** Sends a person off and keeps them out, or lets them back in. @throws AppError `bad-request` for whoever was never on the board */
  remove(board: BoardId, person: PersonId, removed: boolean): Promise<void>;
}

export function createTogether(deps: {
  conductor: Conductor;
  rooms: Pick<Rooms, "disconnect">;
  store: Pick<BoardStore, "setRemoved">;
  now: () => number;
}): Together {
  const { conductor, rooms, store, now } = deps;
  const roleOf = async (board: BoardId, person: PersonId) => {
    const found = (await conductor.workshop(board)).people.get(person);
    if (found) return found.role;
    throw new AppError("bad-request", "nobody of this board has this id: look at the list of its people");
  };
  return {
    mute: async (board, person, muted) => {
      // who can't write anyway, or leads, has nothing to be kept from
      if (muted && (await roleOf(board, person)) !== "participant")
        throw new AppError("bad-request", "only participants can be muted");
      await conductor.change(board, "workshop", [muting(person, muted, now())]);
    },
    remove: async (board, person, removed) => {
      await roleOf(board, person);
      // first what keeps them out; a list that lags behind is mended by asking again
      await store.setRemoved(board, person, removed ? now() : undefined);
      if (removed) rooms.disconnect(board, (visitor) => visitor.person === person, CLOSE.removed);
      await conductor.change(board, "desk", [removing(person, removed, now())]);
    },
  };
}
