/**
 * Loaded into the server before its own code (`--import`): tells four times a second how late its event loop ran and what memory it has.
 *
 * `lateMs` is the longest delay of a 5 ms timer. On a busy machine a process is also late when it does not get a processor, so
 * `busyMs` is the part of it during which the process computed: a task that holds up the loop shows in both.
 */
import { performance } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const EVERY_MS = 5;
const TELL_MS = 250;

if (isMainThread && process.send) {
  let last = performance.now();
  let lastCpu = process.cpuUsage();
  let lateMs = 0;
  let busyMs = 0;
  setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(lastCpu);
    const late = now - last - EVERY_MS;
    lateMs = Math.max(lateMs, late);
    busyMs = Math.max(busyMs, Math.min(late, (user + system) / 1_000));
    last = now;
    lastCpu = process.cpuUsage();
  }, EVERY_MS).unref();
  setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send({ lateMs, busyMs, rss, heapUsed, external });
    lateMs = 0;
    busyMs = 0;
  }, TELL_MS).unref();
}
