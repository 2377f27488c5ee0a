import type { BallotStore, PaperEntry } from "../stores/index.ts";

interface Waiting {
  readonly entry: PaperEntry;
  resolve(isTaken: boolean): void;
  reject(error: unknown): void;
}

/** Puts a paper on the disk; resolves with whether its ballot took it. */
export type PutPaper = (entry: PaperEntry) => Promise<boolean>;

/**
 * One transaction at a time: at once when nothing waits, else with what gathered during the last one. A crowd that presses together costs
 * the disk a few commits, and nobody is answered before theirs.
 */
export function createPaperQueue(store: Pick<BallotStore, "putPapers">): PutPaper {
  let queue: Waiting[] = [];
  let isRunning = false;

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      const taken = queue;
      queue = [];
      try {
        const results = await store.putPapers(taken.map(({ entry }) => entry));
        for (const [index, { resolve }] of taken.entries()) resolve(results[index] ?? false);
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    isRunning = false;
  };
  return (entry) =>
    new Promise((resolve, reject) => {
      queue.push({ entry, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      // not in this very call: what arrived in the same packet shares the commit
      queueMicrotask(() => void run());
    });
}
