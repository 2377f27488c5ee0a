import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "../log.ts";
import type { Bus } from "./bus.ts";

const CHANNEL = "palabre:servers";
const OPTIONS = {
  // every Redis speaks it
  protocol: 2,
  // what can't be told now needn't be told later
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 5_000,
  retryStrategy: (attempt: number) => Math.min(attempt * 200, 3_000),
} satisfies RedisOptions;

/** The bus over a Redis that may come and go; it is connected to in the background. @param url `redis://…` */
export function openRedisBus(url: string, log: Log): Bus {
  const listeners = new Set<() => void>();
  const telling = new Redis(url, OPTIONS);
  // a connection that listens can't tell
  const listening = new Redis(url, OPTIONS);
  let isAway = false;
  for (const redis of [telling, listening]) {
    redis.on("error", (error: unknown) => {
      if (!isAway)
        log.warn({ error }, "Redis can't be reached: servers hear of each other from the database meanwhile");
      isAway = true;
    });
  }
  // it subscribes again by itself, once it has
  listening.on("ready", () => {
    if (isAway) log.info({}, "Redis is there again");
    isAway = false;
    listening.subscribe(CHANNEL).catch(() => undefined);
  });
  listening.on("message", () => {
    for (const listener of listeners) listener();
  });
  return {
    tell: () => void telling.publish(CHANNEL, "servers").catch(() => undefined),
    onTold: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      telling.disconnect();
      listening.disconnect();
    },
  };
}
