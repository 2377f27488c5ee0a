/** A bucket of tokens per key that fills again with time: bursts pass, floods don't. */
export interface Rate {
  /** Takes one token; false when there is none. */
  take(key: string): boolean;
  /** Whether there is one. */
  has(key: string): boolean;
}

/** keys remembered; beyond it the one unused for longest is forgotten, which only gives it a full bucket */
const MAX_KEYS = 10_000;

export function createRate(perMinute: number, now: () => number): Rate {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const tokensOf = (key: string, at: number) => {
    const last = buckets.get(key);
    if (!last) return perMinute;
    // a clock that was set back must not take what was left, nor wait until it is as late again
    last.at = Math.min(last.at, at);
    return Math.min(perMinute, last.tokens + ((at - last.at) / 60_000) * perMinute);
  };
  /** A full bucket is worth no memory: the same as none. Those unused for longest are at the front. */
  const forgetFull = (at: number) => {
    for (const key of buckets.keys()) {
      if (tokensOf(key, at) < perMinute) return;
      buckets.delete(key);
    }
  };
  return {
    has: (key) => tokensOf(key, now()) >= 1,
    take: (key) => {
      const at = now();
      forgetFull(at);
      const tokens = tokensOf(key, at);
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      const oldest = buckets.keys().next();
      if (buckets.size > MAX_KEYS && !oldest.done) buckets.delete(oldest.value);
      return tokens >= 1;
    },
  };
}
