import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Log } from "../log.ts";
import type { RoomsWatch } from "../rooms/index.ts";
import type { Figures } from "./figures.ts";
import { createLatencies } from "./latencies.ts";
import { openLoopMonitor } from "./loopDelay.ts";
import { createRecentErrors } from "./recentErrors.ts";

/** Counts what happens in this process, for its operator. */
export interface Watch {
  /** to be handed to the rooms */
  readonly rooms: RoomsWatch;
  /** to be used by all others: its errors are counted */
  readonly log: Log;
  seen(): Pick<Figures, "commitMs" | "loopDelay" | "errors">;
  /** All metrics in the text format of Prometheus 0.0.4; no label names a board, a person or a source. */
  expose(figures: Figures): Promise<string>;
  /** May be called twice. */
  close(): void;
}

/** From a fast disk's fsync to one that people feel; in seconds. */
const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

export function openWatch(deps: { log: Log; now: () => number }): Watch {
  const registry = new Registry();
  const registers = [registry];
  const deliveries = new Counter({
    name: "palabre_deliveries_total",
    help: "Frames handed to connections",
    registers,
  });
  const entries = new Counter({
    name: "palabre_journal_entries_total",
    help: "Journal entries that reached the disk",
    registers,
  });
  const commits = new Histogram({
    name: "palabre_commit_seconds",
    help: "How long a batch of journal entries took to reach the disk",
    buckets: COMMIT_BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: "palabre_errors_total",
    help: "Errors that were logged, by code",
    labelNames: ["code"],
    registers,
  });
  const set = createGauges(registers);
  const latencies = createLatencies();
  const recent = createRecentErrors(deps.now, (code) => errors.inc({ code }));
  const loop = openLoopMonitor();
  return {
    rooms: {
      committed: (count, ms) => {
        entries.inc(count);
        commits.observe(ms / 1_000);
        latencies.add(ms);
      },
      delivered: (frames) => deliveries.inc(frames),
    },
    log: recent.follow(deps.log),
    seen: () => {
      const [p50, p95] = [latencies.quantile(0.5), latencies.quantile(0.95)];
      return {
        commitMs: p50 === undefined || p95 === undefined ? undefined : { p50, p95 },
        loopDelay: loop.delay(),
        errors: recent.latest(),
      };
    },
    expose: (figures) => {
      set(figures);
      return registry.metrics();
    },
    close: () => loop.close(),
  };
}

/** What is read when somebody asks. @returns what sets all of it */
function createGauges(registers: Registry[]): (figures: Figures) => void {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const info = gauge("palabre_info", "1, with the version of the server", ["version"]);
  const uptime = gauge("palabre_uptime_seconds", "Since the server was started");
  const rooms = gauge("palabre_rooms", "Documents in memory");
  const connections = gauge("palabre_connections", "Open WebSockets, and lines of phones");
  const handedOn = gauge("palabre_handed_on", "Open WebSockets that go on to the server that keeps their board");
  const uncompacted = gauge(
    "palabre_checkpoint_lag_entries",
    "Journal entries of live documents after their checkpoint",
  );
  const unwritten = gauge("palabre_journal_waiting_bytes", "Bytes of updates that are not on disk yet");
  const loopDelay = gauge("palabre_event_loop_delay_seconds", "How late the main thread comes, in the last minute", [
    "quantile",
  ]);
  const sources = gauge("palabre_sources", "Sources by state", ["state"]);
  const resident = gauge("process_resident_memory_bytes", "Memory of the process");
  const heap = gauge("palabre_heap_bytes", "Memory that JavaScript objects take");
  const diskFree = gauge("palabre_disk_free_bytes", "Free space where the data folder lies");
  return (figures) => {
    info.set({ version: figures.version }, 1);
    uptime.set(figures.uptimeMs / 1_000);
    rooms.set(figures.rooms);
    connections.set(figures.connections);
    handedOn.set(figures.handedOn ?? 0);
    uncompacted.set(figures.backlog.entries);
    unwritten.set(figures.backlog.bytes);
    loopDelay.set({ quantile: "0.5" }, figures.loopDelay.p50 / 1_000);
    loopDelay.set({ quantile: "0.99" }, figures.loopDelay.p99 / 1_000);
    loopDelay.set({ quantile: "1" }, figures.loopDelay.max / 1_000);
    for (const [state, count] of Object.entries(figures.sources)) sources.set({ state }, count);
    resident.set(figures.memory.resident);
    heap.set(figures.memory.heap);
    // no space is another thing than none that is known
    if (figures.diskFree === undefined) diskFree.remove();
    else diskFree.set(figures.diskFree);
  };
}
