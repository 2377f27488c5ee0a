/** One after the other for each key: what reads, decides and writes must not be overtaken by its like. */
export interface Turns {
  take<T>(key: string, task: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: async (key, task) => {
      const before = last.get(key) ?? Promise.resolve();
      // the one before has told its own caller what went wrong
      const turn = before.catch(() => undefined).then(task);
      last.set(key, turn);
      try {
        return await turn;
      } finally {
        if (last.get(key) === turn) last.delete(key);
      }
    },
  };
}
