import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often the loop is looked at, and for how long a look counts: what is shown is of the last one to two turns. */
const RESOLUTION_MS = 10;
const TURN_MS = 30_000;

/** By how much the thread that serves people came late to what was due, in milliseconds. */
export interface LoopDelay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface LoopMonitor {
  /** Of the last half minute to minute; zeros before the first look. */
  delay(): LoopDelay;
  /** May be called twice. */
  close(): void;
}

export function openLoopMonitor(): LoopMonitor {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // what it measures holds the pause that it was asked for, in nanoseconds
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const measured = (): LoopDelay =>
    histogram.count === 0
      ? { p50: 0, p99: 0, max: 0 }
      : { p50: late(histogram.percentile(50)), p99: late(histogram.percentile(99)), max: late(histogram.max) };
  let before: LoopDelay = { p50: 0, p99: 0, max: 0 };
  const timer = setInterval(() => {
    before = measured();
    histogram.reset();
  }, TURN_MS);
  timer.unref();
  return {
    delay: () => {
      const now = measured();
      return {
        p50: Math.max(now.p50, before.p50),
        p99: Math.max(now.p99, before.p99),
        max: Math.max(now.max, before.max),
      };
    },
    close: () => {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
