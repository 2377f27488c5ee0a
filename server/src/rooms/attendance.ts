import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { Connection } from "./connection.ts";

/** Who is on which board of this process, by a connection or without one. */
export interface Attendance {
  arrive(connection: Connection): void;
  /** Nothing for one that has left. */
  leave(connection: Connection): void;
  /** Somebody is on the board without a connection; returns what says that they are gone, which may be called twice. */
  attend(board: BoardId, person: PersonId): () => void;
  /** Who is on the board now, by a connection or without one. */
  present(board: BoardId): ReadonlySet<PersonId>;
  on(board: BoardId): Iterable<Connection>;
  all(): readonly Connection[];
  /** Called with true when a board gets its first one and with false when its last one is gone; returns the undoing. */
  onLive(listener: (board: BoardId, live: boolean) => void): () => void;
}

export function createAttendance(): Attendance {
  const connections = new Map<BoardId, Set<Connection>>();
  /** those on a board without a connection, once for each of their pages */
  const others = new Map<BoardId, Set<{ readonly person: PersonId }>>();
  const listeners = new Set<(board: BoardId, live: boolean) => void>();

  const headsOn = (board: BoardId) => (connections.get(board)?.size ?? 0) + (others.get(board)?.size ?? 0);
  const tellArrived = (board: BoardId) => {
    if (headsOn(board) === 1) for (const listener of listeners) listener(board, true);
  };
  const tellLeft = (board: BoardId) => {
    if (headsOn(board) === 0) for (const listener of listeners) listener(board, false);
  };
  return {
    arrive: (connection) => {
      const { board } = connection.visitor;
      connections.set(board, (connections.get(board) ?? new Set()).add(connection));
      tellArrived(board);
    },
    leave: (connection) => {
      const { board } = connection.visitor;
      const present = connections.get(board);
      if (!present?.delete(connection)) return;
      if (present.size === 0) connections.delete(board);
      tellLeft(board);
    },
    attend: (board, person) => {
      const here = { person };
      others.set(board, (others.get(board) ?? new Set()).add(here));
      tellArrived(board);
      return () => {
        const present = others.get(board);
        if (!present?.delete(here)) return;
        if (present.size === 0) others.delete(board);
        tellLeft(board);
      };
    },
    present: (board) =>
      new Set([
        ...[...(connections.get(board) ?? [])].map(({ visitor }) => visitor.person),
        ...[...(others.get(board) ?? [])].map(({ person }) => person),
      ]),
    on: (board) => connections.get(board) ?? [],
    all: () => [...connections.values()].flatMap((each) => [...each]),
    onLive: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
