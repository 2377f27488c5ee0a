import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runServer, type RunningServer } from "../helpers/runServer.ts";

/** What `probe.js` tells of the server's inside. */
interface Sample {
  readonly lateMs: number;
  readonly busyMs: number;
  readonly rss: number;
  readonly heapUsed: number;
}
export interface WatchedServer extends RunningServer {
  /** The worst since it was last asked; `rss` as it is now. */
  take(): { readonly lateMs: number; readonly busyMs: number; readonly peakRss: number; readonly rss: number };
  /** Resolves with the next word from inside: once the event loop has come round. */
  next(): Promise<void>;
  /** open file descriptors, where the system tells */
  descriptors(): number;
}

const PROBE = fileURLToPath(new URL("probe.js", import.meta.url));

/** The built server, with its event loop and its memory under watch. It lets in as many as come. */
export async function runWatched(environment: Record<string, string>): Promise<WatchedServer> {
  let samples: Sample[] = [];
  let rss = 0;
  let waiting: (() => void)[] = [];
  const server = await runServer(
    { SESSIONS_PER_MINUTE: "1000000", BOARDS_PER_MINUTE: "1000000", FAILURES_PER_MINUTE: "1000000", ...environment },
    {
      preload: {
        path: PROBE,
        told: (message) => {
          // our own probe's
          const sample = message as Sample;
          samples.push(sample);
          rss = sample.rss;
          for (const tell of waiting) tell();
          waiting = [];
        },
      },
    },
  );
  return {
    ...server,
    take: () => {
      const taken = samples;
      samples = [];
      const worst = (of: (sample: Sample) => number) => Math.max(0, ...taken.map(of));
      return {
        lateMs: worst(({ lateMs }) => lateMs),
        busyMs: worst(({ busyMs }) => busyMs),
        peakRss: worst((sample) => sample.rss) || rss,
        rss,
      };
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
    descriptors: () => readdirSync(`/proc/${server.pid}/fd`).length,
  };
}
