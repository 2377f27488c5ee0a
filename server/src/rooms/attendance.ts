import type { BoardId } from "@palabre/shared/terms";
import type { Connection } from "./connection.ts";

/** Who is on which board of this process, by a connection or without one. */
export interface Attendance {
  arrive(connection: Connection): void;
  /** Nothing for one that has left. */
  leave(connection: Connection): void;
  /** Somebody is on the board without a connection; returns what says that they are gone, which may be called twice. */
  attend(board: BoardId): () => void;
  on(board: BoardId): Iterable<Connection>;
  all(): readonly Connection[];
  /** Called with true when a board gets its first one and with false when its last one is gone; returns the undoing. */
  onLive(listener: (board: BoardId, live: boolean) => void): () => void;
}

export function createAttendance(): Attendance {
  const connections = new Map<BoardId, Set<Connection>>();
  /** how many are on a board without a connection */
  const others = new Map<BoardId, number>();
  const listeners = new Set<(board: BoardId, live: boolean) => void>();

  const headsOn = (board: BoardId) => (connections.get(board)?.size ?? 0) + (others.get(board) ?? 0);
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
    attend: (board) => {
      others.set(board, (others.get(board) ?? 0) + 1);
      tellArrived(board);
      let isGone = false;
      return () => {
        if (isGone) return;
        isGone = true;
        const left = (others.get(board) ?? 1) - 1;
        if (left === 0) others.delete(board);
        else others.set(board, left);
        tellLeft(board);
      };
    },
    on: (board) => connections.get(board) ?? [],
    all: () => [...connections.values()].flatMap((each) => [...each]),
    onLive: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
