import type { Log } from "../log.ts";

/** What is to be done at a moment, whoever is there: once for each key, and again until it went well. */
export interface Deadlines<Key extends string> {
  /** Undefined = there is nothing to be done any more. */
  set(key: Key, at: number | undefined): void;
  /** Does it now, whatever its time. */
  meet(key: Key): void;
  /** Waits for what is being done; may be called twice. */
  close(): Promise<void>;
}

interface Meeting<Key> {
  readonly key: Key;
  /** something was set since it began: what it says of the next time is older than that */
  isOvertaken: boolean;
}

/** How late it may be: nobody's eye sees it, and a look costs nothing. */
const LOOK_EVERY_MS = 200;
const RETRY_MS = 1_000;

/**
 * One look at the clock for all of them, and none while there are none: a clock that is set anew is followed.
 * @param deps.meet does it if it is due, and says when it is to be looked at next
 * @param deps.what is done, for the log
 */
export function openDeadlines<Key extends string>(deps: {
  readonly meet: (key: Key) => Promise<number | undefined>;
  readonly what: string;
  /** from one look at the clock to the next */
  readonly everyMs?: number;
  readonly log: Log;
  readonly now: () => number;
}): Deadlines<Key> {
  const { what, everyMs = LOOK_EVERY_MS, log, now } = deps;
  const dueAt = new Map<Key, number>();
  const meeting = new Map<Meeting<Key>, Promise<void>>();
  let looking: NodeJS.Timeout | undefined;
  let isClosed = false;

  const put = (key: Key, at: number | undefined): void => {
    if (at === undefined || isClosed) dueAt.delete(key);
    else dueAt.set(key, at);
    if (dueAt.size === 0) {
      clearInterval(looking);
      looking = undefined;
    } else looking ??= setInterval(look, everyMs).unref();
  };
  const set = (key: Key, at: number | undefined): void => {
    for (const each of meeting.keys()) if (each.key === key) each.isOvertaken = true;
    put(key, at);
  };
  const meet = (key: Key): void => {
    if (isClosed) return;
    const own: Meeting<Key> = { key, isOvertaken: false };
    const met = deps.meet(key).then(
      (at) => {
        if (!own.isOvertaken) put(key, at);
      },
      (error: unknown) => {
        log.error({ key, what, error }, "what was due could not be done; it is tried again");
        put(key, now() + RETRY_MS);
      },
    );
    meeting.set(own, met);
    void met.then(() => meeting.delete(own));
  };
  const look = (): void => {
    for (const [key, at] of dueAt) {
      if (at > now()) continue;
      put(key, undefined);
      meet(key);
    }
  };
  return {
    set,
    meet,
    close: async () => {
      isClosed = true;
      clearInterval(looking);
      await Promise.all(meeting.values());
    },
  };
}
