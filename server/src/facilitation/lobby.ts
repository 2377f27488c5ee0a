import { doorOpening, waitingAt, type StateChange, type WaitingPerson } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { LIMITS, type BoardId, type PersonId, type Role } from "@palabre/shared/terms";
import type { BoardStore, SessionRecord } from "../stores/index.ts";
import type { Conductor } from "./conductor.ts";
import { showing } from "./showing.ts";

/**
 * The waiting room of a board. Facilitators see on their desk who stands in it; the session of each says whether it may enter, so that
 * what is not let in is refused wherever sessions are asked for. All of it is called one after the other for each board.
 */
export interface Lobby {
  hasWaitingRoom(board: BoardId): Promise<boolean>;
  /** Closing it lets in all who wait. */
  setWaitingRoom(board: BoardId, isOn: boolean): Promise<void>;
  /** Shows facilitators who waits, under the name they have now. @throws AppError `too-many` when the room is full */
  arrive(session: SessionRecord): Promise<void>;
  /** Lets in all devices of these people, those who were refused too; without `people`, all who wait. */
  admit(board: BoardId, people: readonly PersonId[] | undefined): Promise<void>;
  /** Refuses them, and the programs that wait because they asked for them. */
  refuse(board: BoardId, people: readonly PersonId[]): Promise<void>;
  /** Who is let back on the board waits, or was refused, as before. */
  comeBack(board: BoardId, people: readonly PersonId[]): Promise<void>;
  /** These wait no longer: they went, came in by another way, or have a link that opens nothing any more. */
  leave(board: BoardId, who: { readonly person: PersonId } | { readonly role: Role }): Promise<void>;
  /** Resolves once something about a person was decided here, or after `holdMs`: with several servers, whoever waits asks again. */
  decided(board: BoardId, person: PersonId, holdMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Held back at once, for all devices and tabs of one person. */
const QUESTIONS_PER_PERSON = 12;

export function createLobby(deps: { store: BoardStore; conductor: Conductor; now?: () => number }): Lobby {
  const { store, conductor, now = Date.now } = deps;
  /** who is to be told that something was decided, by board and person */
  const listening = new Map<string, Set<() => void>>();
  const tell = (board: BoardId, people: readonly PersonId[]) => {
    for (const person of people) for (const listener of listening.get(`${board}/${person}`) ?? []) listener();
  };
  const waitingOn = async (board: BoardId) => (await conductor.desk(board)).waiting;
  const change = (board: BoardId, changes: readonly StateChange[]) => conductor.change(board, "desk", changes);
  /** Their sessions, those of all devices and those that they asked for. Who is in is no matter of the door. */
  const outside = async (board: BoardId, people: readonly PersonId[]) => {
    const found = (await Promise.all(people.map((person) => store.sessionsOfPerson(board, person)))).flat();
    return found.filter((session) => session.standing !== undefined);
  };
  /** The sessions as they are to be. */
  const settle = async (sessions: readonly SessionRecord[], standing: SessionRecord["standing"]) => {
    const settled = sessions.map((session) => ({ ...session, standing }));
    await Promise.all(settled.map((session) => store.saveSession(session)));
    return settled;
  };

  const admit = async (board: BoardId, people: readonly PersonId[] | undefined): Promise<void> => {
    const waiting = await waitingOn(board);
    const admitted = people ?? [...waiting].filter(([, { isRefused }]) => !isRefused).map(([person]) => person);
    const meant = new Set(admitted);
    const own = (await outside(board, admitted)).filter(
      ({ person, removedAt }) => meant.has(person) && removedAt === undefined,
    );
    const sessions = await settle(own, undefined);
    await conductor.change(
      board,
      "workshop",
      sessions.map((session) => showing(session.person, session)),
    );
    await change(
      board,
      admitted.map((person) => waitingAt(person, undefined)),
    );
    tell(board, admitted);
  };

  return {
    admit,
    hasWaitingRoom: async (board) => (await conductor.desk(board)).hasWaitingRoom,
    setWaitingRoom: async (board, isOn) => {
      await change(board, [doorOpening(isOn)]);
      if (!isOn) await admit(board, undefined);
    },
    arrive: async ({ board, person, name, role, colour }) => {
      const waiting = await waitingOn(board);
      const known = waiting.get(person);
      if (known === undefined && waiting.size >= LIMITS.waitingPerBoard)
        throw new AppError("too-many", "the waiting room is full: try again in a minute", {
          details: { max: LIMITS.waitingPerBoard },
        });
      await change(board, [waitingAt(person, { name, role, colour, at: known?.at ?? now(), isRefused: false })]);
    },
    refuse: async (board, people) => {
      const waiting = await waitingOn(board);
      const named = people.filter((person) => waiting.has(person));
      const sessions = await outside(board, named);
      const ids = [...new Set([...named, ...sessions.map(({ person }) => person)])];
      const refused = ids
        .map((person) => [person, waiting.get(person)] as const)
        .filter((entry): entry is [PersonId, WaitingPerson] => entry[1] !== undefined);
      await settle(sessions, "refused");
      await change(
        board,
        refused.map(([person, before]) => waitingAt(person, { ...before, at: now(), isRefused: true })),
      );
      tell(board, ids);
    },
    comeBack: async (board, people) => {
      const meant = new Set(people);
      const sessions = (await outside(board, people)).filter(({ person }) => meant.has(person));
      await change(
        board,
        sessions.map(({ person, name, role, colour, standing }) =>
          waitingAt(person, { name, role, colour, at: now(), isRefused: standing === "refused" }),
        ),
      );
    },
    leave: async (board, who) => {
      const waiting = await waitingOn(board);
      const gone = [...waiting.keys()].filter((person) =>
        // who was refused stays so, whatever becomes of the link
        "person" in who
          ? person === who.person
          : waiting.get(person)?.role === who.role && waiting.get(person)?.isRefused === false,
      );
      await change(
        board,
        gone.map((person) => waitingAt(person, undefined)),
      );
      tell(board, gone);
    },
    decided: (board, person, holdMs, signal) => {
      const key = `${board}/${person}`;
      return new Promise((resolve) => {
        const listeners = listening.get(key) ?? new Set();
        listening.set(key, listeners);
        // more questions than a person has devices: the oldest is answered
        if (listeners.size >= QUESTIONS_PER_PERSON) for (const oldest of [...listeners].slice(0, 1)) oldest();
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          listeners.delete(done);
          if (listeners.size === 0 && listening.get(key) === listeners) listening.delete(key);
          resolve();
        };
        const timer = setTimeout(done, holdMs);
        signal.addEventListener("abort", done);
        listeners.add(done);
      });
    },
    close: async () => {
      for (const listeners of listening.values()) for (const listener of listeners) listener();
    },
  };
}
