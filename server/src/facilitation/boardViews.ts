import { openBoardView, type BoardChange, type BoardDoc, type BoardView } from "@palabre/shared/documents";
import type { BoardId, BoardSnapshot } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";

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
    const held = await rooms.hold(board, "board", () => {
      isGone = true;
      followed.close();
      begin(board, followed);
    });
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
    if (isGone) return followed.following;
    if (!isWanted()) return followed.close();
    followed.view = view;
    view.subscribe((change) => {
      for (const { listener } of followed.watchers) listener(view.snapshot, change);
    });
    for (const { listener } of followed.watchers) listener(view.snapshot, undefined);
  };
  const begin = (board: BoardId, followed: Followed): void => {
    followed.isFollowing = true;
    followed.following = follow(board, followed);
    // the rooms have logged why a board can't be opened; it is tried again when somebody joins it, or wants to follow it
    followed.following.catch(() => (followed.isFollowing = false));
  };
  rooms.onLive((board, isLive) => {
    const followed = boards.get(board);
    if (isLive && followed?.isFollowing === false) begin(board, followed);
  });

  return {
    watch: async (board, listener) => {
      const followed = boards.get(board) ?? {
        watchers: new Set(),
        view: undefined,
        isFollowing: false,
        following: Promise.resolve(),
        close: () => {},
      };
      boards.set(board, followed);
      const watcher = { listener };
      const leave = () => {
        if (!followed.watchers.delete(watcher) || followed.watchers.size > 0) return;
        if (boards.get(board) === followed) boards.delete(board);
        followed.close();
      };
      followed.watchers.add(watcher);
      try {
        if (followed.view) listener(followed.view.snapshot, undefined);
        else {
          if (!followed.isFollowing) begin(board, followed);
          await followed.following;
        }
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
  };
}
