import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { api, toAppError } from "../api/index.ts";
import type { AppError } from "@palabre/shared/errors";
import { knownBoards, lastSeen } from "../offline/index.ts";
import { leaving } from "./forgetSoon.ts";
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
}

/** The boards of this device, last seen first, read when the page shows, and again when the person comes back to it. */
export const useBoards = (): Boards => {
  const [list, setList] = useState<readonly BoardFacts[]>();
  const [isFromDevice, setFromDevice] = useState(false);
  const [fault, setFault] = useState<AppError>();
  const hidden = useSyncExternalStore(leaving.subscribe, leaving.hidden);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => leaving.dropGone(), []);
  useEffect(() => {
    const asking = new AbortController();
    api.listBoards(asking.signal).then(
      (boards) => {
        setList(lastSeenFirst(boards, (board) => lastSeen(board)?.at));
        setFault(undefined);
        setFromDevice(false);
      },
      (cause: unknown) => {
        if (asking.signal.aborted) return;
        const fault = toAppError(cause);
        setFault(fault);
        const known = fault.code === "unreachable" ? knownBoards() : [];
        if (known.length === 0) return;
        setList(lastSeenFirst(known, (board) => lastSeen(board)?.at));
        setFromDevice(true);
      },
    );
    return () => asking.abort();
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
    }),
    [list, isFromDevice, hidden, fault, reload],
  );
};
