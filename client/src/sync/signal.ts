/** Something that happens, and who wants to hear of it. */
export interface Signal {
  subscribe(listener: () => void): () => void;
  tell(): void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}
