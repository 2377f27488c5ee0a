import type { BoardId } from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import { openHousekeeping } from "./housekeeping.ts";
import { HISTORY_LIMITS, type HistoryLimits } from "./limits.ts";
import { openMinutes } from "./minutes.ts";
import { createRestoring, type Restoring } from "./restore.ts";
import { createTaskRunner } from "./taskRunner.ts";
import { createVersions, type Versions } from "./versions.ts";

/** The history of boards: versions, going back, and what is dropped in time. */
export interface History extends Pick<Versions, "keep" | "list" | "open" | "contents" | "compare" | "drop">, Restoring {
  /** Ends the timers and waits for what is under way; may be called twice. */
  close(): Promise<void>;
}

export function openHistory(deps: {
  readonly store: BoardStore;
  readonly rooms: Rooms;
  readonly log: Log;
  readonly now: () => number;
  readonly limits?: Partial<HistoryLimits>;
  readonly closeLeftOpen: (board: BoardId) => Promise<void>;
}): History {
  const limits = { ...HISTORY_LIMITS, ...deps.limits };
  const tasks = createTaskRunner();
  const versions = createVersions({ ...deps, tasks });
  const minutes = openMinutes({ ...deps, versions, limits });
  const housekeeping = openHousekeeping({ ...deps, versions, tasks, limits });
  return {
    ...versions,
    ...createRestoring({ ...deps, versions, tasks }),
    close: async () => {
      await minutes.close();
      await housekeeping.close();
    },
  };
}
