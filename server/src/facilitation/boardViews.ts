import { openBoardView, type BoardChange, type BoardDoc, type BoardView } from "@palabre/shared/documents";
import type { BoardId, BoardSnapshot } from "@palabre/shared/terms";
import { AGAIN_MS, type Rooms } from "../rooms/index.ts";

/** Told of the whole board with `change` undefined. */
export type BoardListener = (snapshot: () => BoardSnapshot, change: BoardChange | undefined) => void;

/** A board as all see it who follow it. */
interface Followed {
  readonly watchers: Set<{ readonly listener: BoardListener }>;
  /** once it is read */
  view: BoardView | undefined;
  isFollowing: boolean;
  /** settles once it is read, or could not be */
  following: Promise<void>;
  /** until it is tried again */
  timer: NodeJS.Timeout | undefined;
  close(): void;
}

/** Things read in one turn of the event loop, which is some milliseconds: ten thousand at once would hold everybody up. */
const READ_AT_ONCE = 500;

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** The boards that somebody on the server follows: each is read once for all of them, and from then on as it changes. */
export function createBoardViews(rooms: Pick<Rooms, "hold" | "onLive">): {
  /** See `Conductor`. */
  watch(board: BoardId, listener: BoardListener): Promise<() => void>;
} {
  const boards = new Map<BoardId, Followed>();

  const follow = async (board: BoardId, followed: Followed): Promise<void> => {
    let isGone = false;
    let again: Promise<void> | undefined;
    const held = await rooms.hold(board, "board", () => {
      isGone = true;
      followed.close();
      if (followed.watchers.size > 0) again = begin(board, followed);
    });
    if (isGone) {
      held.release();
      return again;
    }
    // the name of a document says what it is
    const view = openBoardView(held.doc as BoardDoc);
    followed.close = () => {
      followed.close = () => {};
      followed.view = undefined;
      view.close();
      held.release();
    };
    const isWanted = () => !isGone && followed.watchers.size > 0;
    while (isWanted() && view.readSome(READ_AT_ONCE)) await nextTurn();
    if (isGone) return again;
    if (!isWanted()) return followed.close();
    followed.view = view;
    view.subscribe((change) => {
      for (const { listener } of followed.watchers) listener(view.snapshot, change);
    });
    for (const { listener } of followed.watchers) listener(view.snapshot, undefined);
  };
  const begin = (board: BoardId, followed: Followed): Promise<void> => {
    clearTimeout(followed.timer);
    followed.isFollowing = true;
    const following = follow(board, followed);
    followed.following = following;
    following.catch(() => {
      // another may have begun since
      if (followed.following !== following) return;
      followed.isFollowing = false;
      followed.close();
      if (followed.watchers.size === 0) return;
      // the rooms have logged why a board can't be opened; it is tried again when somebody joins it or wants to follow it, or in a while
      followed.timer = setTimeout(() => void begin(board, followed), AGAIN_MS).unref();
    });
    return following;
  };
  rooms.onLive((board, isLive) => {
    const followed = boards.get(board);
    if (isLive && followed?.isFollowing === false) void begin(board, followed);
  });

  return {
    watch: async (board, listener) => {
      const followed = boards.get(board) ?? {
        watchers: new Set(),
        view: undefined,
        isFollowing: false,
        following: Promise.resolve(),
        timer: undefined,
        close: () => {},
      };
      boards.set(board, followed);
      const watcher = { listener };
      const leave = () => {
        if (!followed.watchers.delete(watcher) || followed.watchers.size > 0) return;
        if (boards.get(board) === followed) boards.delete(board);
        clearTimeout(followed.timer);
        followed.close();
      };
      followed.watchers.add(watcher);
      try {
        if (followed.view) listener(followed.view.snapshot, undefined);
        else {
          await (followed.isFollowing ? followed.following : begin(board, followed));
        }
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
  };
}
