import { parentPort } from "node:worker_threads";
import { AppError } from "@palabre/shared/errors";
import type { ThreadAnswer, ThreadMessage } from "./thread.ts";

/** The far side of `openThread`: does what it is told, in order, and answers each request. */
export function serveThread<Request, Answer>(answerTo: (request: Request) => Answer): void {
  const port = parentPort;
  if (!port) throw new AppError("internal", "This file runs in a worker thread: open it by openThread");
  port.on("message", ({ id, request }: ThreadMessage<Request>) => {
    let answer: ThreadAnswer<Answer>;
    try {
      answer = { id, ok: true, answer: answerTo(request) };
    } catch (error) {
      answer = { id, ok: false, error };
    }
    port.postMessage(answer);
  });
}
