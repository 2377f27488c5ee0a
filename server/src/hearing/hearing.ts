import type { SavedSearches, SetVoices, Voices } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { entryBeside, openThread } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { GuardedFetch, Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostStore } from "../stores/index.ts";
import { openAlerts, type Alerts } from "./alerts.ts";
import type { Embeddings } from "./embeddings.ts";
import { openReading, type Reading } from "./reading.ts";
import { readSearches, setSearches } from "./searches.ts";
import { openThemes, type Themes } from "./themes.ts";
import { readVoices, setVoices } from "./voices.ts";

/** What is made of all that boards hear. */
export interface Hearing extends Pick<Reading, "onRead" | "label" | "lookAgain"> {
  themes: Themes["list"];
  /** the operator's service that compares themes across languages, by its model; undefined: nothing is sent anywhere */
  readonly comparedBy: string | undefined;
  alerts: Alerts["list"];
  setAlerts: Alerts["set"];
  /** How often names are spoken of, over so many days. */
  voices(board: BoardId, days: number): Promise<Voices>;
  setVoices(board: BoardId, voices: SetVoices): Promise<void>;
  searches(board: BoardId): Promise<SavedSearches>;
  setSearches(board: BoardId, saved: SavedSearches): Promise<void>;
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}

const THEMES_ENTRY = entryBeside(import.meta.url, "hearing", "themesWorker");

/** Hears what is stored from now on, and what an earlier run left unread. */
export function createHearing(deps: {
  readonly store: PostStore;
  readonly conductor: Conductor;
  readonly listening: Pick<Listening, "onNews" | "sources">;
  readonly fetch: GuardedFetch;
  readonly embeddings?: Embeddings | undefined;
  readonly serverKey: Uint8Array;
  readonly log: Log;
  readonly now: () => number;
}): Hearing {
  const reading = openReading(deps);
  const themes = openThemes({ ...deps, thread: openThread(THEMES_ENTRY, "The finding of themes") });
  const alerts = openAlerts(deps);
  const stopNews = deps.listening.onNews((board, { posts }) => {
    if (posts === undefined) themes.lose(board);
    if (posts?.length === 0) return;
    // what went away may have left something else to be read
    reading.wake(board);
    alerts.look(board);
  });
  reading.onRead((board, posts, isAgain) => {
    alerts.look(board);
    // what is read otherwise speaks of what it spoke of: only figures change
    if (posts.length > 0 && !isAgain) themes.hear(board, posts);
    else themes.rest(board);
  });
  return {
    onRead: reading.onRead,
    label: reading.label,
    lookAgain: () => {
      reading.lookAgain();
      themes.lookAgain();
    },
    themes: themes.list,
    comparedBy: deps.embeddings?.model,
    alerts: alerts.list,
    setAlerts: alerts.set,
    voices: (board, days) => readVoices(deps.store, board, days, deps.now()),
    setVoices: (board, voices) => setVoices(deps.store, board, voices),
    searches: (board) => readSearches(deps.store, board),
    setSearches: (board, saved) => setSearches(deps.store, board, saved),
    close: async () => {
      stopNews();
      await reading.close();
      await Promise.all([themes.close(), alerts.close()]);
    },
  };
}
