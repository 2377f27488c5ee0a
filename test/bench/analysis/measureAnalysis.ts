import { cpus, loadavg } from "node:os";
import { Worker } from "node:worker_threads";
import { print } from "../print.ts";
import type { Times } from "./thread.ts";
import { WORKS, type Work } from "./works.ts";

export interface Measured {
  readonly work: Work;
  readonly times: Times;
}

const WARM_UP = 3;

/** Measures the works whose name is wanted, one after the other, each in a worker thread of its own. */
export async function measureAnalysis(isWanted: (name: string) => boolean, runs: number): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const work of WORKS.filter(({ name }) => isWanted(name))) {
    const times = await inThread(work.name, runs);
    print(`${work.name}: ${JSON.stringify(times)}`);
    measured.push({ work, times });
  }
  return measured;
}

const inThread = (name: string, runs: number): Promise<Times> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("thread.js", import.meta.url), { workerData: { name, runs } });
    worker.once("message", (times: Times) => resolve(times));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread of ${name} ended with ${code} and no figure`)));
  });

/** The page: a table, and how to read it. */
export function analysisReport(measured: readonly Measured[]): string {
  const rows = measured.map(({ work: { name, what, goalMs }, times }) => {
    const cpuMs = medianOf(times.cpuMs);
    const holds = cpuMs > goalMs ? "**no**" : times.firstCpuMs > goalMs ? "once warm" : "yes";
    const figures = [times.firstMs, times.firstCpuMs, medianOf(times.ms), Math.max(...times.ms), cpuMs];
    const rounded = figures.map((ms) => Math.round(ms).toLocaleString("en"));
    return `| ${[name, what, `≤ ${goalMs.toLocaleString("en")}`, ...rounded, holds].join(" | ")} |`;
  });
  const runs = measured[0]?.times.ms.length ?? 0;
  const [load = 0] = loadavg();
  return `# The analysis by itself

Written by \`npm run bench -- --only ${measured.map(({ work }) => work.name).join(",")} --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load ${load.toFixed(1)}, Node ${process.versions.node}.

Each work in a worker thread of its own, milliseconds. *first* is the first run of a thread that was just started, whose code isn't compiled yet; then ${WARM_UP - 1} runs
to warm up, and ${runs} that count: their median, the slowest, and the median CPU time of the process. Where other work is on the machine, times on the
clock are longer than the work is, so the goal is held against CPU time, the collector's included: what the clock would show on a quiet machine.
*once warm* means that only the first run is over the goal. What is asked about is made up from a seed, and made before the time begins.

| work | what | goal | first | first, CPU | median | slowest | CPU | holds |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
${rows.join("\n")}
`;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
