import { Worker } from "node:worker_threads";
import { AppError } from "@palabre/shared/errors";
import { loadsAs } from "./loadsAs.ts";

/** Whether a document written as one update reads as what it was made of. */
export interface CheckpointCheck {
  /**
   * @param vector the state vector of the document that `bytes` were made of
   * @throws AppError `internal` when it could not be tried
   */
  loads(bytes: Uint8Array, vector: Uint8Array): Promise<boolean>;
}

export interface CheckpointToTry {
  readonly bytes: Uint8Array;
  readonly vector: Uint8Array;
}

/** Loading this much takes longer than a thread takes to start, and everybody else would wait meanwhile. */
const WORTH_A_THREAD_BYTES = 256 * 1024;

export const checkpointCheck: CheckpointCheck = {
  loads: async (bytes, vector) =>
    bytes.length < WORTH_A_THREAD_BYTES ? loadsAs(bytes, vector) : loadsInThread(bytes, vector),
};

/** A worker runs what was built: beside this file, or for sources (as tests run them) where the build puts it. */
const entry = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/rooms/checkpointWorker.js" : "./checkpointWorker.js",
  import.meta.url,
);

function loadsInThread(bytes: Uint8Array, vector: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // no flags of this process: a test runner's would make the thread look for sources it can't run
    const given: CheckpointToTry = { bytes, vector };
    const worker = new Worker(entry, { workerData: given, execArgv: [] });
    const fail = (cause: unknown) => reject(new AppError("internal", "the checkpoint could not be tried", { cause }));
    worker.once("message", (loads: unknown) => resolve(loads === true));
    worker.once("error", fail);
    // after an answer this changes nothing any more
    worker.once("exit", fail);
  });
}
