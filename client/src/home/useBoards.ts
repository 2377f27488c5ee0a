import { useCallback, useEffect, useMemo, useState } from "react";
import type { BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { api, toAppError } from "../api/index.ts";
import type { AppError } from "@palabre/shared/errors";
import { knownBoards, lastSeen } from "../offline/index.ts";
import { lastSeenFirst } from "./lastSeenFirst.ts";

export interface Boards {
  /** undefined until they were read once */
  readonly list: readonly BoardFacts[] | undefined;
  /** the server could not be asked: these are the boards that the device remembers */
  readonly isFromDevice: boolean;
  readonly fault: AppError | undefined;
  readonly reload: () => void;
  /** shows a new title at once; the server has been told already */
  readonly retitle: (board: BoardId, title: string) => void;
  /** takes a board out of the list, nothing more; returns what puts it back */
  readonly hide: (board: BoardId) => () => void;
}

/** The boards of this device, last seen first, read when the page shows, and again when the person comes back to it. */
export const useBoards = (): Boards => {
  const [list, setList] = useState<readonly BoardFacts[]>();
  const [isFromDevice, setFromDevice] = useState(false);
  const [fault, setFault] = useState<AppError>();
  const [hidden, setHidden] = useState<ReadonlySet<BoardId>>(new Set());
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    api.listBoards(leaving.signal).then(
      (boards) => {
        setList(lastSeenFirst(boards, (board) => lastSeen(board)?.at));
        setFault(undefined);
        setFromDevice(false);
      },
      (cause: unknown) => {
        if (leaving.signal.aborted) return;
        const fault = toAppError(cause);
        setFault(fault);
        const known = fault.code === "unreachable" ? knownBoards() : [];
        if (known.length === 0) return;
        setList(lastSeenFirst(known, (board) => lastSeen(board)?.at));
        setFromDevice(true);
      },
    );
    return () => leaving.abort();
  }, [attempt]);
  const reload = useCallback(() => setAttempt((last) => last + 1), []);
  useEffect(() => {
    const onShow = (): void => {
      if (document.visibilityState === "visible") reload();
    };
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, [reload]);

  return useMemo(
    () => ({
      list: list?.filter(({ id }) => !hidden.has(id)),
      isFromDevice,
      fault,
      reload,
      retitle: (board, title) =>
        setList((boards) => boards?.map((each) => (each.id === board ? { ...each, title } : each))),
      hide: (board) => {
        setHidden((before) => new Set([...before, board]));
        return () => setHidden((before) => new Set([...before].filter((id) => id !== board)));
      },
    }),
    [list, isFromDevice, hidden, fault, reload],
  );
};
