import { AppError } from "@palabre/shared/errors";
import { LIMITS, type BoardId } from "@palabre/shared/terms";
import type { PostStore } from "../stores/index.ts";

/** Room for sources on boards. Those that are being read, and not kept yet, have their place too. */
export interface Places {
  /**
   * Does `work`, which may add one source.
   * @param work is told how to say that the source is kept, and counts as one
   * @throws AppError `too-many-sources`
   */
  take<T>(board: BoardId, work: (isKept: () => void) => Promise<T>): Promise<T>;
}

export function createPlaces(store: Pick<PostStore, "sources">): Places {
  const taken = new Map<BoardId, number>();
  const change = (board: BoardId, by: number): void => {
    const left = (taken.get(board) ?? 0) + by;
    if (left === 0) taken.delete(board);
    else taken.set(board, left);
  };
  return {
    take: async (board, work) => {
      const others = taken.get(board) ?? 0;
      change(board, 1);
      let isTaken = true;
      const release = (): void => {
        if (isTaken) change(board, -1);
        isTaken = false;
      };
      try {
        const kept = await store.sources(board);
        if (kept.length + others >= LIMITS.sourcesPerBoard) throw tooMany();
        return await work(release);
      } finally {
        release();
      }
    },
  };
}

const tooMany = (): AppError =>
  new AppError("too-many-sources", `A board listens to ${LIMITS.sourcesPerBoard} sources at most: remove one first`, {
    details: { max: LIMITS.sourcesPerBoard },
  });
