/** The thread of `checkpointCheck.ts`: loads the bytes it was started with, and says whether that went well. */
import { parentPort, workerData } from "node:worker_threads";
import type { CheckpointToTry } from "./checkpointCheck.ts";
import { loadsAs } from "./loadsAs.ts";

// what the one who starts it hands over, a few lines away from here
const { bytes, vector } = workerData as CheckpointToTry;
parentPort?.postMessage(loadsAs(bytes, vector));
