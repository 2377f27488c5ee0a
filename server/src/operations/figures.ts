import type { SourceStates } from "../stores/index.ts";
import type { LoopDelay } from "./loopDelay.ts";
import type { SeenError } from "./recentErrors.ts";

/** How the server is, now. Nothing in it tells one board from another, or anything of what is on them. */
export interface Figures {
  readonly version: string;
  readonly uptimeMs: number;
  readonly rooms: number;
  readonly connections: number;
  /** WebSockets that came here and are about boards that other servers keep; undefined where there are none */
  readonly handedOn: number | undefined;
  /** of the last commits, in milliseconds; undefined before the first */
  readonly commitMs: { readonly p50: number; readonly p95: number } | undefined;
  /** in milliseconds */
  readonly loopDelay: LoopDelay;
  /** journal entries of live documents since their last checkpoints, and bytes that are not on disk yet */
  readonly backlog: { readonly entries: number; readonly bytes: number };
  readonly sources: SourceStates;
  /** in bytes: all that the process holds, and what JavaScript has of it */
  readonly memory: { readonly resident: number; readonly heap: number };
  /** bytes that are free where the data folder lies; undefined when boards are kept in memory, and where there is none yet */
  readonly diskFree: number | undefined;
  /** newest first */
  readonly errors: readonly SeenError[];
}
