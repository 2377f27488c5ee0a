import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AppError } from "@palabre/shared/errors";
import { packBytes, unpackedLength } from "../stores/index.ts";
import { compact, type CompactDocument, type DocumentPieces } from "./compact.ts";

export interface Compactor {
  /**
   * Makes a checkpoint of a document's pieces, one at a time whoever asks: large ones in a thread.
   * @param read called when it is this one's turn; what it gives is nobody else's any more
   * @throws AppError `internal` when it could not be made, and whatever `read` throws
   */
  compact<Read extends DocumentPieces>(read: () => Promise<Read>): Promise<{ read: Read; made: CompactDocument }>;
  /** What is asked for afterwards starts it anew. */
  close(): Promise<void>;
}
export type Compacted =
  | { readonly ok: true; readonly made: CompactDocument }
  | { readonly ok: false; readonly message: string };

/** Compacting less takes less time than handing it over. */
const WORTH_A_THREAD_BYTES = 32 * 1024;
/** Most of what it makes lives until it has answered: with the usual room for what is new, it held half as much again, and was no quicker. */
const NEW_MB = 4;
/** A thread costs some tens of megabytes, and as many milliseconds to start: a busy board, which makes a checkpoint every five seconds, keeps it. */
const KEEP_MS = 6_000;

export function createCompactor(): Compactor {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | undefined;
  let ending: NodeJS.Timeout | undefined;
  let workedAt = Number.NEGATIVE_INFINITY;

  const end = async () => {
    clearTimeout(ending);
    const idle = worker;
    worker = undefined;
    await idle?.terminate();
  };
  const inThread = async (pieces: DocumentPieces): Promise<CompactDocument> => {
    clearTimeout(ending);
    const isBusy = performance.now() - workedAt < KEEP_MS;
    // no flags of this process: a test runner's would make the thread look for sources it can't run
    const thread = (worker ??= new Worker(entry, {
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: NEW_MB },
    }));
    // waiting for it keeps the process alive, its being there doesn't
    thread.ref();
    try {
      const answer = await asked(thread, pieces);
      if (!answer.ok) throw new AppError("internal", `a checkpoint could not be made: ${answer.message}`);
      return answer.made;
    } catch (error) {
      if (error instanceof AppError) throw error;
      worker = undefined;
      throw new AppError("internal", "a checkpoint could not be made: its thread died", { cause: error });
    } finally {
      thread.unref();
      workedAt = performance.now();
      if (isBusy) ending = setTimeout(() => void end(), KEEP_MS).unref();
      else void end();
    }
  };
  const one = async <Read extends DocumentPieces>(read: () => Promise<Read>) => {
    const pieces = await read();
    return { read: pieces, made: lengthOf(pieces) < WORTH_A_THREAD_BYTES ? compact(pieces) : await inThread(pieces) };
  };
  return {
    compact: (read) => {
      const made = last.then(() => one(read));
      last = made.catch(() => undefined);
      return made;
    },
    close: async () => {
      await last;
      await end();
    },
  };
}

function lengthOf({ checkpoint, isPacked, updates }: DocumentPieces): number {
  const before = checkpoint && isPacked ? unpackedLength(checkpoint) : (checkpoint?.byteLength ?? 0);
  return updates.reduce((sum, { byteLength }) => sum + byteLength, before);
}

/** A worker runs what was built: beside this file, or for sources (as tests run them) where the build puts it. */
const entry = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/rooms/compactWorker.js" : "./compactWorker.js",
  import.meta.url,
);

/** Rejects when the thread dies over it. */
async function asked(thread: Worker, pieces: DocumentPieces): Promise<Compacted> {
  const over = new AbortController();
  const { signal } = over;
  const died = async (): Promise<never> => {
    const [code] = await once(thread, "exit", { signal });
    throw new Error(`it ended with ${code}`);
  };
  try {
    const answered = once(thread, "message", { signal });
    // in one buffer: a thousand that go over one by one take four times as long
    const { views: updates, buffer } = packBytes(pieces.updates);
    const { checkpoint, isPacked } = pieces;
    thread.postMessage({ checkpoint, isPacked, updates } satisfies DocumentPieces, [buffer]);
    const [answer] = await Promise.race([answered, died()]);
    // what compactWorker.ts sends
    return answer as Compacted;
  } finally {
    over.abort();
  }
}
