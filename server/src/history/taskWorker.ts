/** The thread of `taskRunner.ts`: does the one task it was started with, and answers with what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import type { GivenTask } from "./taskRunner.ts";
import { TASKS } from "./tasks.ts";

// what the one who starts it hands over
const { name, given } = workerData as GivenTask;
// the name and what was given belong together where it was started
const task = TASKS[name] as (...given: readonly unknown[]) => unknown;
parentPort?.postMessage({ result: task(...given) });
