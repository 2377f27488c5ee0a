/** A phone that wakes up may have a connection that takes what is sent and brings nothing back, for minutes, without a word. */
const ANSWER_WITHIN_MS = 15_000;

/** Requests that may be made again: the server does each once, or the same again. */
export interface Attempts {
  /** Makes a request; it is given up where no answer comes in time. @throws as `ask` does, also when its signal is aborted */
  readonly run: <Value>(ask: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  /** What is under way is given up, and made anew at once. */
  readonly renew: () => void;
}

interface Attempt {
  readonly control: AbortController;
  isRenewed: boolean;
}

export function createAttempts(): Attempts {
  const underway = new Set<Attempt>();
  return {
    run: async (ask) => {
      for (;;) {
        const attempt: Attempt = { control: new AbortController(), isRenewed: false };
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
    },
    renew: () => {
      // those that are made anew are not among them
      const before = [...underway];
      for (const attempt of before) {
        attempt.isRenewed = true;
        attempt.control.abort();
      }
    },
  };
}
