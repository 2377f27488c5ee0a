import { Worker } from "node:worker_threads";
import { AppError } from "@palabre/shared/errors";

/**
 * The near side of a thread that answers what it is asked.
 *
 * It is started when first asked, and again after it has failed. What it knew is then gone: whoever told it something compares
 * `starts`.
 */
export interface Thread<Request, Answer> {
  /** how often the thread was started; what an earlier thread was told is lost */
  readonly starts: number;
  /**
   * Requests take effect in the order in which they are made.
   * @throws AppError `internal` when the work or its thread failed
   */
  ask(request: Request): Promise<Answer>;
  /** What was asked and not answered is refused; may be called twice. */
  close(): Promise<void>;
}

/** A request on its way, and the answer to it. */
export interface ThreadMessage<Request> {
  readonly id: number;
  readonly request: Request;
}
export type ThreadAnswer<Answer> =
  | { readonly id: number; readonly ok: true; readonly answer: Answer }
  | { readonly id: number; readonly ok: false; readonly error: unknown };

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: AppError): void;
}
interface Running<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
}

/**
 * Where a thread's entry is built.
 *
 * Run from its sources, as tests do, the thread is loaded from what was built of them: Node starts no `.ts` worker.
 * @param near `import.meta.url` of a file beside it
 */
export function entryBeside(near: string, folder: string, name: string): URL {
  return new URL(near.endsWith(".ts") ? `../../dist/${folder}/${name}.js` : `./${name}.js`, near);
}

/**
 * @param entry the file that the thread runs, which calls `serveThread`
 * @param name  what it does, in faults: "The analysis"
 */
export function openThread<Request, Answer>(entry: URL, name: string): Thread<Request, Answer> {
  let running: Running<Answer> | undefined;
  let starts = 0;
  let lastId = 0;
  let closed = false;

  const start = (): Running<Answer> => {
    // no flags of this process: a test runner's would make the worker look for sources it can't run
    const worker = new Worker(entry, { execArgv: [] });
    const started: Running<Answer> = { worker, waiting: new Map() };
    const end = (error: AppError) => {
      if (running === started) running = undefined;
      for (const waiting of started.waiting.values()) waiting.reject(error);
      started.waiting.clear();
    };
    worker.on("message", (answer: ThreadAnswer<Answer>) => {
      const waiting = started.waiting.get(answer.id);
      started.waiting.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.answer);
      else waiting?.reject(new AppError("internal", `${name} failed; see the cause`, { cause: answer.error }));
    });
    worker.on("error", (cause) =>
      end(new AppError("internal", `${name}: its thread failed; it starts anew`, { cause })),
    );
    worker.on("exit", () => end(new AppError("internal", `${name}: its thread has ended`)));
    starts += 1;
    return started;
  };

  return {
    get starts() {
      return starts;
    },
    ask: (request) => {
      if (closed) return Promise.reject(new AppError("internal", `${name} is closed: it answers nothing more`));
      const { worker, waiting } = (running ??= start());
      lastId += 1;
      const message: ThreadMessage<Request> = { id: lastId, request };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve, reject });
        worker.postMessage(message);
      });
    },
    close: async () => {
      closed = true;
      await running?.worker.terminate();
    },
  };
}
