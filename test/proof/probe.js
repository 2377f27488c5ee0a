/**
 * Loaded into the server before its own code (`--import`): tells four times a second how late its event loop ran and what memory it has.
 *
 * `lateMs` is the longest delay of a 5 ms timer. On a busy machine a thread is also late when it does not get a processor, so
 * `busyMs` is the part of it during which the loop's own thread computed, to 10 ms: a task that holds up the loop shows in both. Where the
 * system does not tell a thread's time, it is that of the process with all its threads, and says too much.
 */
import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const EVERY_MS = 5;
const TELL_MS = 250;

const OWN_STAT = `/proc/self/task/${process.pid}/stat`;
const hasOwnTime = existsSync(OWN_STAT);
/** how fine a thread's time is told */
const TICK_MS = 10;
function cpuMs() {
  if (hasOwnTime) {
    // after the name, which may hold anything: the 12th and 13th are its own time and the system's for it
    const fields = readFileSync(OWN_STAT, "latin1").split(") ").at(-1).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

if (isMainThread && process.send) {
  let last = performance.now();
  let lastCpu = cpuMs();
  let lateMs = 0;
  let busyMs = 0;
  setInterval(() => {
    const now = performance.now();
    const cpu = cpuMs();
    const late = now - last - EVERY_MS;
    lateMs = Math.max(lateMs, late);
    busyMs = Math.max(busyMs, Math.min(late, cpu - lastCpu));
    last = now;
    lastCpu = cpu;
  }, EVERY_MS).unref();
  setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send({ lateMs, busyMs, rss, heapUsed, external });
    lateMs = 0;
    busyMs = 0;
  }, TELL_MS).unref();
}
