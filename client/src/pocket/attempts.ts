/** A phone that wakes up may have a connection that takes what is sent and brings nothing back, for minutes, without a word. */
const ANSWER_WITHIN_MS = 15_000;

/** Requests that get no answer are given up. One that was may still arrive, after what was sent later. */
export interface Attempts {
  /**
   * Makes a request that may be made again: the server does it once, or the same again. It is given up where no answer comes in time.
   * @throws as `ask` does, also when its signal is aborted
   */
  readonly run: <Value>(ask: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  /** As `run`, of what is meant for this moment: it is never made anew. */
  readonly runOnce: <Value>(ask: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  /** What is under way is given up; what may be is made anew at once. */
  readonly renew: () => void;
}

interface Attempt {
  readonly control: AbortController;
  readonly isOnce: boolean;
  isRenewed: boolean;
}

export function createAttempts(): Attempts {
  const underway = new Set<Attempt>();
  const make = async <Value>(ask: (signal: AbortSignal) => Promise<Value>, isOnce: boolean): Promise<Value> => {
    for (;;) {
      const attempt: Attempt = { control: new AbortController(), isOnce, isRenewed: false };
      const limit = setTimeout(() => attempt.control.abort(), ANSWER_WITHIN_MS);
      underway.add(attempt);
      try {
        return await ask(attempt.control.signal);
      } catch (fault) {
        if (!attempt.isRenewed) throw fault;
      } finally {
        clearTimeout(limit);
        underway.delete(attempt);
      }
    }
  };
  return {
    run: (ask) => make(ask, false),
    runOnce: (ask) => make(ask, true),
    renew: () => {
      // those that are made anew are not among them
      const before = [...underway];
      for (const attempt of before) {
        attempt.isRenewed = !attempt.isOnce;
        attempt.control.abort();
      }
    },
  };
}
