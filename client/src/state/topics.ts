/** Named subscriptions: whoever shows one card hears of that card only. */
export interface Topics {
  subscribe(topic: string, listener: () => void): () => void;
  tell(topics: Iterable<string>): void;
  close(): void;
}

export function createTopics(): Topics {
  const byTopic = new Map<string, Set<() => void>>();
  return {
    subscribe: (topic, listener) => {
      const listeners = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byTopic.get(topic) === listeners) byTopic.delete(topic);
      };
    },
    tell: (topics) => {
      for (const topic of new Set(topics)) for (const listener of byTopic.get(topic) ?? []) listener();
    },
    close: () => byTopic.clear(),
  };
}
