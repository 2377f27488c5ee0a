/** One work in a worker thread: the first time, then warm-up, then what counts; the times go to the parent as a message. */
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { WORKS } from "./works.ts";

/** What one work took, in milliseconds. */
export interface Times {
  /** in a thread that was just started, as who opens a panel meets it */
  readonly firstMs: number;
  readonly firstCpuMs: number;
  readonly ms: readonly number[];
  /** of the whole process, its collector included */
  readonly cpuMs: readonly number[];
}

const WARM_UP = 3;

interface Order {
  readonly name: string;
  readonly runs: number;
}
const { name, runs } = workerData as Order;
const work = WORKS.find((known) => known.name === name);
if (!work) throw new Error(`no such work: ${name}`);
const run = work.prepare();

function time(): { readonly ms: number; readonly cpuMs: number } {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1_000 };
}

const first = time();
for (let turn = 1; turn < WARM_UP; turn += 1) time();
const measured = Array.from({ length: runs }, time);
const times: Times = {
  firstMs: first.ms,
  firstCpuMs: first.cpuMs,
  ms: measured.map(({ ms }) => ms),
  cpuMs: measured.map(({ cpuMs }) => cpuMs),
};
parentPort?.postMessage(times);
