import {
  checking,
  gathering,
  hidingCursors,
  loweringAll,
  muting,
  raising,
  readying,
  removing,
  writeState,
  type StateChange,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { CLOSE } from "@palabre/shared/protocol";
import type { BoardId, PersonId, Place } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore, SessionRecord } from "../stores/index.ts";
import type { Conductor } from "./conductor.ts";

/**
 * What people do about each other on a board, besides writing on it. All of it is on disk when it resolves. Who is muted or removed is so
 * with the programs that asked for a session by theirs, and let back with them.
 */
export interface Together {
  /** Lets a participant look on only, or write again. @throws AppError `bad-request` for whoever is no participant */
  mute(board: BoardId, person: PersonId, muted: boolean): Promise<void>;
  /** Mutes who is about to come in by the session of somebody muted. */
  muteAsWhoAsked(
    session: SessionRecord,
    known: { readonly before: SessionRecord | undefined; readonly asking: SessionRecord | undefined },
  ): Promise<void>;
  /** Whether they look on only, as participants. */
  isMuted(board: BoardId, person: PersonId): Promise<boolean>;
  /** Sends a person off and keeps them out, or lets them back in; resolves with who went or came along. @throws AppError `bad-request` for whoever was never on the board */
  remove(board: BoardId, person: PersonId, removed: boolean): Promise<readonly PersonId[]>;
  /** @throws AppError `bad-request` for whoever was never on the board */
  raiseHand(board: BoardId, person: PersonId, raised: boolean): Promise<void>;
  lowerAllHands(board: BoardId): Promise<void>;
  /** Asks whether all are ready, afresh, or ends the question. */
  checkReady(board: BoardId, isOn: boolean): Promise<void>;
  /** Does nothing while nobody asks. */
  beReady(board: BoardId, person: PersonId, isReady: boolean): Promise<void>;
  gather(board: BoardId, by: PersonId, place: Place): Promise<void>;
  hideCursors(board: BoardId, hidden: boolean): Promise<void>;
}

export function createTogether(deps: {
  conductor: Conductor;
  rooms: Pick<Rooms, "disconnect" | "write">;
  store: Pick<BoardStore, "sessionsOfPerson" | "setRemoved">;
  now: () => number;
}): Together {
  const { conductor, rooms, store, now } = deps;
  const roleOf = async (board: BoardId, person: PersonId) => {
    const found = (await conductor.workshop(board)).people.get(person);
    if (found) return found.role;
    throw new AppError("bad-request", "nobody of this board has this id: look at the list of its people");
  };
  /** What is to be written hangs on what is there: both in one step. */
  const changeBy = (board: BoardId, changes: (doc: StateDoc) => readonly StateChange[]) =>
    // the name of a document says what it is
    rooms.write(board, "workshop", (doc) => void writeState(doc as StateDoc, changes(doc as StateDoc)));
  const isMuted = async (board: BoardId, person: PersonId) => {
    const { people, rules } = await conductor.workshop(board);
    return rules.muted.has(person) && people.get(person)?.role !== "facilitator";
  };
  /** With the people of the sessions that they asked for. */
  const groupOf = async (
    board: BoardId,
    person: PersonId,
    isMeant: (session: SessionRecord) => boolean = () => true,
  ) => {
    const sessions = await store.sessionsOfPerson(board, person);
    return [...new Set([person, ...sessions.filter(isMeant).map((session) => session.person)])];
  };
  return {
    isMuted,
    muteAsWhoAsked: async ({ board, person, role, askedBy }, { before, asking }) => {
      // one who wrote already may have been let write again
      if (role !== "participant" || before?.role === "participant") return;
      const askers = new Set([askedBy, asking?.person].filter((asker) => asker !== undefined));
      const mutes = await Promise.all([...askers].map((asker) => isMuted(board, asker)));
      if (mutes.includes(true)) await conductor.change(board, "workshop", [muting(person, true, now())]);
    },
    mute: async (board, person, muted) => {
      // who can't write anyway, or leads, has nothing to be kept from
      if (muted && (await roleOf(board, person)) !== "participant")
        throw new AppError("bad-request", "only participants can be muted");
      const group = await groupOf(board, person, ({ role }) => !muted || role === "participant");
      await conductor.change(
        board,
        "workshop",
        group.map((one) => muting(one, muted, now())),
      );
    },
    remove: async (board, person, removed) => {
      await roleOf(board, person);
      const group = await groupOf(board, person);
      // first what keeps them out; a list that lags behind is mended by asking again
      for (const one of group) await store.setRemoved(board, one, removed ? now() : undefined);
      if (removed) {
        rooms.disconnect(board, (visitor) => group.includes(visitor.person), CLOSE.removed);
        // nobody waits for whoever is gone
        await changeBy(board, (doc) =>
          group.flatMap((one) => [...raising(doc, one, false, now()), ...readying(doc, one, false, now())]),
        );
      }
      await conductor.change(
        board,
        "desk",
        group.map((one) => removing(one, removed, now())),
      );
      return group;
    },
    raiseHand: async (board, person, raised) => {
      await roleOf(board, person);
      await changeBy(board, (doc) => raising(doc, person, raised, now()));
    },
    lowerAllHands: (board) => changeBy(board, loweringAll),
    checkReady: (board, isOn) => changeBy(board, (doc) => checking(doc, isOn, now())),
    beReady: (board, person, isReady) => changeBy(board, (doc) => readying(doc, person, isReady, now())),
    gather: async (board, by, place) => {
      await conductor.change(board, "workshop", [gathering({ at: now(), by, place })]);
    },
    hideCursors: async (board, hidden) => {
      await conductor.change(board, "workshop", [hidingCursors(hidden, now())]);
    },
  };
}
