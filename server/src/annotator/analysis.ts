import { Worker } from "node:worker_threads";
import { AppError } from "@palabre/shared/errors";
import type { AnalysisAnswer, AnalysisMessage, AnalysisRequest, Annotated } from "./messages.ts";

/**
 * The near side of the analysis thread.
 *
 * One thread serves all boards, since a job lasts milliseconds; it is started when first asked, and again after it has
 * failed. What it knew is then gone: whoever told it something compares `starts`.
 */
export interface Analysis {
  /** how often the thread was started; what an earlier thread was told is lost */
  readonly starts: number;
  /**
   * Requests take effect in the order in which they are made.
   * @throws AppError `internal` when the analysis or its thread failed
   */
  ask(request: AnalysisRequest): Promise<Annotated>;
  /** What was asked and not answered is refused; may be called twice. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(annotated: Annotated): void;
  reject(error: AppError): void;
}
interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

// run from its sources, as tests do, the thread is loaded from what was built of them: Node starts no `.ts` worker
const ENTRY = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/annotator/analysisWorker.js" : "./analysisWorker.js",
  import.meta.url,
);

/** @param entry the file that the thread runs */
export function openAnalysis(entry: URL = ENTRY): Analysis {
  let thread: Thread | undefined;
  let starts = 0;
  let lastId = 0;
  let closed = false;

  const start = (): Thread => {
    // no flags of this process: a test runner's would make the worker look for sources it can't run
    const worker = new Worker(entry, { execArgv: [] });
    const started: Thread = { worker, waiting: new Map() };
    const end = (error: AppError) => {
      if (thread === started) thread = undefined;
      for (const waiting of started.waiting.values()) waiting.reject(error);
      started.waiting.clear();
    };
    worker.on("message", (answer: AnalysisAnswer) => {
      const waiting = started.waiting.get(answer.id);
      started.waiting.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.annotated);
      else waiting?.reject(new AppError("internal", "The analysis failed; see the cause", { cause: answer.error }));
    });
    worker.on("error", (cause) =>
      end(new AppError("internal", "The thread of the analysis failed; it starts anew", { cause })),
    );
    worker.on("exit", () => end(new AppError("internal", "The thread of the analysis has ended")));
    starts += 1;
    return started;
  };

  return {
    get starts() {
      return starts;
    },
    ask: (request) => {
      if (closed) return Promise.reject(new AppError("internal", "The analysis is closed: it answers nothing more"));
      const { worker, waiting } = (thread ??= start());
      lastId += 1;
      const message: AnalysisMessage = { id: lastId, request };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve, reject });
        worker.postMessage(message);
      });
    },
    close: async () => {
      closed = true;
      await thread?.worker.terminate();
    },
  };
}
