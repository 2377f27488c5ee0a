/** The thread of `compactor.ts`: compacts what it is sent, one after the other, until it is ended. */
import { parentPort } from "node:worker_threads";
import { compact, type DocumentPieces } from "./compact.ts";
import type { Compacted } from "./compactor.ts";

const answer = (message: Compacted, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(message, buffers);

parentPort?.on("message", (pieces: DocumentPieces) => {
  try {
    const made = compact(pieces);
    answer({ ok: true, made }, [made.gzip.buffer, made.vector.buffer]);
  } catch (error) {
    answer({ ok: false, message: error instanceof Error ? error.message : "unknown" });
  }
});
