import "../noEval.ts";
import { createAnswering } from "./answering.ts";
import { KINDS } from "./kinds.ts";
import type { ToWorker } from "./messages.ts";

/** The entry of the worker: it computes for one board of this page, and knows no text of it. */

const hear = createAnswering({
  kinds: KINDS,
  post: (message) => postMessage(message),
  later: (act) => void setTimeout(act, 0),
});
addEventListener("message", ({ data }: MessageEvent<ToWorker>) => hear(data));
