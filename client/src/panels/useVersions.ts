import { useEffect, useRef, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { VersionFacts, VersionPage } from "@palabre/shared/protocol";
import type { VersionId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useBoard } from "../state/index.ts";
import { asAppError } from "./pieces/index.ts";
import { joinPages, withoutVersion } from "./versionPages.ts";

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
  /** One was dropped: it is listed no more. */
  readonly leaveOut: (dropped: VersionId) => void;
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
        setPage(older.current ? joinPages(first, older.current) : first);
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

  const reload = (): void => setTurn((last) => last + 1);
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
      const known = asAppError(cause);
      if (known.code !== "unknown-version") return setFault(known);
      // somebody dropped the last one that is listed: where the list goes on is told anew
      older.current = undefined;
      reload();
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
    reload,
    leaveOut: (dropped) => {
      older.current &&= withoutVersion(older.current, dropped);
      setPage((now) => now && withoutVersion(now, dropped));
      reload();
    },
  };
}
