/**
 * One job, done again and again: soon after it is wanted, never twice at a time, and once more when it was wanted meanwhile.
 */
export interface Runs {
  readonly closed: boolean;
  /** whether the job is wanted once more while it runs */
  readonly isWanted: boolean;
  /** The job is to be done soon; after a failure, when it is tried again anyway. */
  want(): void;
  /** The same, with no waiting after a failure: what made it fail may be over. */
  wantNow(): void;
  /** Resolves when the job that runs has ended; none begins any more. May be called twice. */
  close(): Promise<void>;
}

/** What is wanted within this time is done together: two dozen times a second at most. */
const SETTLE_MS = 40;
/** After a failure. */
const RETRY_MS = 10_000;

/** @param onFailure told of every failure; the job is then tried again later, wanted or not */
export function openRuns(job: () => Promise<void>, onFailure: (error: unknown) => void): Runs {
  let timer: { readonly id: NodeJS.Timeout; readonly delayMs: number } | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let hasFailed = false;
  let closed = false;

  const start = (delayMs: number): void => {
    // one that waits already is not put off: what happens all the time is done all the time
    if (closed || running || (timer && timer.delayMs <= delayMs)) return;
    clearTimeout(timer?.id);
    timer = { id: setTimeout(() => (running = runOnce()), delayMs), delayMs };
  };
  const runOnce = async (): Promise<void> => {
    timer = undefined;
    isWanted = false;
    try {
      await job();
      hasFailed = false;
    } catch (error) {
      hasFailed = true;
      onFailure(error);
    }
    running = undefined;
    if (hasFailed) start(RETRY_MS);
    else if (isWanted) start(SETTLE_MS);
  };
  return {
    get closed() {
      return closed;
    },
    get isWanted() {
      return isWanted;
    },
    want: () => {
      isWanted = true;
      start(hasFailed ? RETRY_MS : SETTLE_MS);
    },
    wantNow: () => {
      isWanted = true;
      start(SETTLE_MS);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer?.id);
      await running;
    },
  };
}
