import { useEffect, useRef, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { VersionFacts, VersionPage } from "@palabre/shared/protocol";
import type { VersionId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useBoard } from "../state/index.ts";
import { asAppError } from "./pieces/index.ts";

export interface VersionList {
  /** newest first; undefined before the first answer */
  readonly versions: readonly VersionFacts[] | undefined;
  /** whether there are older ones than those */
  readonly hasMore: boolean;
  readonly historyDays: number | undefined;
  readonly fault: AppError | undefined;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** How long after a change of the board the list is asked for again, and after a dialog that may have kept a version. */
const AFTER_CHANGE_MS = 10_000;
const AFTER_DIALOG_MS = 300;

/** The versions of the board, kept up to date while they are looked at. */
export function useVersions(): VersionList {
  const board = useBoard();
  const [page, setPage] = useState<VersionPage>();
  const [fault, setFault] = useState<AppError>();
  const [turn, setTurn] = useState(0);
  const [isLoadingMore, setLoadingMore] = useState(false);
  /** older pages that were loaded: a fresh first page goes before them */
  const older = useRef<VersionPage>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    api
      .versions(board.me.id, undefined, stop.signal)
      .then((first) => {
        setFault(undefined);
        setPage(older.current ? join(first, older.current) : first);
      })
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) setFault(asAppError(cause));
      });
    return () => stop.abort();
  }, [board, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      setTurn((last) => last + 1);
    };
    const stop = board.subscribe("board", () => (timer ??= setTimeout(look, AFTER_CHANGE_MS)));
    let { dialog } = board.ui.get();
    const stopDialogs = board.ui.subscribe(() => {
      const before = dialog;
      ({ dialog } = board.ui.get());
      if (before === dialog || (before !== "restore" && before !== "undoPerson")) return;
      clearTimeout(timer);
      timer = setTimeout(look, AFTER_DIALOG_MS);
    });
    // what was changed last is kept when its minute is over
    const minute = setInterval(look, 60_000);
    return () => {
      stop();
      stopDialogs();
      clearTimeout(timer);
      clearInterval(minute);
    };
  }, [board]);

  const loadMore = async (before: VersionId): Promise<void> => {
    setLoadingMore(true);
    try {
      const next = await api.versions(board.me.id, before);
      setPage((now) => {
        if (now?.next !== before) return now;
        older.current = { ...next, versions: [...now.versions, ...next.versions] };
        return older.current;
      });
    } catch (cause) {
      setFault(asAppError(cause));
    } finally {
      setLoadingMore(false);
    }
  };
  return {
    versions: page?.versions,
    hasMore: page?.next !== undefined,
    historyDays: page?.historyDays,
    fault,
    isLoadingMore,
    loadMore: () => page?.next !== undefined && void loadMore(page.next),
    reload: () => setTurn((last) => last + 1),
  };
}

/** A fresh first page before those that were loaded, as long as they meet. */
function join(first: VersionPage, loaded: VersionPage): VersionPage {
  const last = first.versions.at(-1);
  const at = last === undefined ? -1 : loaded.versions.findIndex(({ id }) => id === last.id);
  if (at < 0) return first;
  const versions = [...first.versions, ...loaded.versions.slice(at + 1)];
  const { next: _, ...facts } = first;
  return { ...facts, versions, ...(loaded.next === undefined ? {} : { next: loaded.next }) };
}
