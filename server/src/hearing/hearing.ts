import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostStore } from "../stores/index.ts";
import { openReading, type Reading } from "./reading.ts";

/** What is made of all that boards hear. */
export interface Hearing extends Pick<Reading, "onRead" | "label"> {
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}

/** Hears what is stored from now on, and what an earlier run left unread. */
export function createHearing(deps: {
  readonly store: PostStore;
  readonly listening: Pick<Listening, "onNews">;
  readonly log: Log;
}): Hearing {
  const reading = openReading(deps);
  const stopNews = deps.listening.onNews((board, { posts = [] }) => {
    if (posts.length > 0) reading.wake(board);
  });
  return {
    onRead: reading.onRead,
    label: reading.label,
    close: async () => {
      stopNews();
      await reading.close();
    },
  };
}
