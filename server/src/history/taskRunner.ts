import { Worker } from "node:worker_threads";
import { AppError } from "@palabre/shared/errors";
import { TASKS, type BoardBytes, type Tasks } from "./tasks.ts";

export interface GivenTask {
  readonly name: keyof Tasks;
  readonly given: readonly unknown[];
}

/** Reading this much takes longer than a thread takes to start, and everybody else would wait meanwhile. */
const WORTH_A_THREAD_BYTES = 256 * 1024;

/** Threads at once: each holds a large board in memory twice or thrice, and people are served beside them. */
const MOST_THREADS = 2;

/** Does tasks on boards, in a thread where one of them is large; those that find no thread wait for their turn. */
export interface TaskRunner {
  /** @throws AppError `damaged-document` when the bytes are no board */
  run<Name extends keyof Tasks>(name: Name, ...given: Parameters<Tasks[Name]>): Promise<ReturnType<Tasks[Name]>>;
}

/** @param inThread  does one task in a thread of its own */
export function createTaskRunner(inThread: (task: GivenTask) => Promise<unknown> = runInThread): TaskRunner {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async (task: GivenTask): Promise<unknown> => {
    if (running >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await inThread(task);
    } finally {
      // the place is handed on, or given back
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return {
    run: async <Name extends keyof Tasks>(name: Name, ...given: Parameters<Tasks[Name]>) => {
      try {
        // what a task gives is what its type says, here and after a way through the thread's port
        return (await (isLarge(given) ? inTurn({ name, given }) : runHere(name, given))) as ReturnType<Tasks[Name]>;
      } catch (cause) {
        throw new AppError("damaged-document", "a kept state of the board can't be read: try another one", { cause });
      }
    },
  };
}

const runHere = (name: keyof Tasks, given: readonly unknown[]): unknown =>
  (TASKS[name] as (...given: readonly unknown[]) => unknown)(...given);

const isLarge = (given: readonly unknown[]): boolean =>
  given.reduce<number>((sum, board) => sum + (Array.isArray(board) ? bytesOf(board as BoardBytes) : 0), 0) >=
  WORTH_A_THREAD_BYTES;
const bytesOf = (board: BoardBytes): number => board.reduce((sum, { length }) => sum + length, 0);

/** A worker runs what was built: beside this file, or for sources (as tests run them) where the build puts it. */
const entry = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/history/taskWorker.js" : "./taskWorker.js",
  import.meta.url,
);

function runInThread(task: GivenTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // no flags of this process: a test runner's would make the thread look for sources it can't run
    const worker = new Worker(entry, { workerData: task, execArgv: [] });
    worker.once("message", ({ result }: { readonly result: unknown }) => resolve(result));
    worker.once("error", reject);
    // after an answer this changes nothing any more
    worker.once("exit", (code) => reject(new Error(`the thread ended with ${code} before it answered`)));
  });
}
