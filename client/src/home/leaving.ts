import { AppError, type ErrorCode } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";

export interface ForgetWords {
  readonly text: string;
  readonly undo: string;
  readonly onFault: (cause: unknown) => void;
}

/** The boards that leave this device. A session that is gone can't be brought back without a link, so there is time to undo that. */
export interface Leaving {
  /** leaves a board once nobody can undo it any more: when the toast lapses, or with the page */
  readonly forgetSoon: (board: BoardId, words: ForgetWords) => void;
  /** who opens a board again stays on it; nothing happens to one that was not leaving */
  readonly keep: (board: BoardId) => void;
  /** not listed: on their way out, or gone; the same set until that changes */
  readonly hidden: () => ReadonlySet<BoardId>;
  readonly subscribe: (listener: () => void) => () => void;
  /** the list is about to be read: the server knows better of those that are gone */
  readonly dropGone: () => void;
}

/** What the server says of a device that is out already. */
const IS_OUT: ReadonlySet<ErrorCode> = new Set(["no-session", "refused", "removed", "unknown-board"]);

/**
 * What the device keeps of a board goes once the server let go of it: where that fails, the board is listed again, with its copy and all that
 * was not sent. A page that goes hears no answer: it erases at once, and without a network leaves all as it was.
 */
export function createLeaving(deps: {
  readonly forget: (board: BoardId, options?: { readonly keepalive: boolean }) => Promise<void>;
  /** all that this device keeps of a board */
  readonly erase: (board: BoardId) => void;
  /** shows a toast; returns what takes it away */
  readonly show: (toast: { text: string; undo: string; onUndo: () => void; onLapse: () => void }) => () => void;
  /** tells of each board that is opened on this page; returns what ends that */
  readonly whenOpened: (listener: (board: BoardId) => void) => () => void;
  /** tells when the page goes; returns what ends that */
  readonly whenPageGoes: (listener: () => void) => () => void;
  readonly hasNetwork: () => boolean;
}): Leaving {
  let hidden: ReadonlySet<BoardId> = new Set();
  const gone = new Set<BoardId>();
  /** those on their way out: what keeps one, and what ends the watch for what becomes of the page */
  const onTheirWay = new Map<BoardId, { readonly keep: () => void; readonly stopWatching: () => void }>();
  const listeners = new Set<() => void>();
  const setHidden = (next: Iterable<BoardId>): void => {
    hidden = new Set(next);
    for (const listener of listeners) listener();
  };
  const end = (board: BoardId): void => {
    onTheirWay.get(board)?.stopWatching();
    onTheirWay.delete(board);
  };
  const stay = (board: BoardId): void => {
    end(board);
    setHidden([...hidden].filter((id) => id !== board));
  };
  return {
    forgetSoon: (board, { text, undo, onFault }) => {
      let isSettled = false;
      const settle = (act: () => void): void => {
        if (isSettled) return;
        isSettled = true;
        act();
      };
      const keep = (): void => {
        settle(() => undefined);
        stay(board);
        takeAway();
      };
      let asked = 0;
      const leave = async (options?: { readonly keepalive: boolean }): Promise<void> => {
        const question = (asked += 1);
        // who went in again meanwhile has come by a link, and keeps what is kept; a page that goes asks once more
        const isLeaving = (): boolean => onTheirWay.get(board)?.keep === keep && question === asked;
        try {
          await deps.forget(board, options);
        } catch (cause) {
          if (!(cause instanceof AppError) || !IS_OUT.has(cause.code)) {
            if (!isLeaving()) return;
            stay(board);
            return onFault(cause);
          }
        }
        if (!isLeaving()) return;
        end(board);
        gone.add(board);
        deps.erase(board);
      };
      const stops = [
        deps.whenOpened((opened) => {
          if (opened === board) keep();
        }),
        deps.whenPageGoes(() => {
          if (!deps.hasNetwork()) return settle(() => stay(board));
          settle(() => undefined);
          deps.erase(board);
          void leave({ keepalive: true });
        }),
      ];
      onTheirWay.set(board, {
        keep,
        stopWatching: () => {
          for (const stop of stops) stop();
        },
      });
      setHidden([...hidden, board]);
      const takeAway = deps.show({
        text,
        undo,
        onUndo: () => settle(() => stay(board)),
        onLapse: () => settle(() => void leave()),
      });
    },
    keep: (board) => onTheirWay.get(board)?.keep(),
    hidden: () => hidden,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dropGone: () => {
      if (gone.size === 0) return;
      setHidden([...hidden].filter((id) => !gone.has(id)));
      gone.clear();
    },
  };
}
