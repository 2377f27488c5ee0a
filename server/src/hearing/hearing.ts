import { entryBeside, openThread } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostStore } from "../stores/index.ts";
import { openReading, type Reading } from "./reading.ts";
import { openThemes, type Themes } from "./themes.ts";

/** What is made of all that boards hear. */
export interface Hearing extends Pick<Reading, "onRead" | "label"> {
  themes: Themes["list"];
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}

const THEMES_ENTRY = entryBeside(import.meta.url, "hearing", "themesWorker");

/** Hears what is stored from now on, and what an earlier run left unread. */
export function createHearing(deps: {
  readonly store: PostStore;
  readonly conductor: Conductor;
  readonly listening: Pick<Listening, "onNews" | "sources">;
  readonly log: Log;
  readonly now: () => number;
}): Hearing {
  const reading = openReading(deps);
  const themes = openThemes({ ...deps, thread: openThread(THEMES_ENTRY, "The finding of themes") });
  const stopNews = deps.listening.onNews((board, { posts }) => {
    if (posts === undefined) themes.lose(board);
    else if (posts.length > 0) reading.wake(board);
  });
  reading.onRead((board, posts) => (posts.length > 0 ? themes.hear(board, posts) : themes.rest(board)));
  return {
    onRead: reading.onRead,
    label: reading.label,
    themes: themes.list,
    close: async () => {
      stopNews();
      await reading.close();
      await themes.close();
    },
  };
}
