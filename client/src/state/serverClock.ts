import { agendaApi } from "../api/index.ts";

/** The server's clock as well as it can be known here: timers end by it, whatever the clock of the device says. */
export interface ServerClock {
  /** epoch ms; by the device's own clock until the server has answered once */
  now(): number;
  /** resolves after the first measuring, whether it came to something or not */
  readonly ready: Promise<void>;
  close(): void;
}

/** Questions of one measuring: the answer that came back fastest knows best. */
const QUESTIONS = 3;
/** A device's clock drifts, and is set: so often it is compared anew, and when the page is looked at again. */
const EVERY_MS = 300_000;

export function openServerClock(
  deps: {
    readonly ask?: (signal: AbortSignal) => Promise<number>;
    readonly device?: () => number;
    readonly page?: Pick<Document, "addEventListener" | "visibilityState">;
  } = {},
): ServerClock {
  const { ask = agendaApi.time, device = Date.now, page = document } = deps;
  const closing = new AbortController();
  let offset = 0;
  const measure = async (): Promise<void> => {
    let best = Number.POSITIVE_INFINITY;
    for (let asked = 0; asked < QUESTIONS; asked += 1) {
      const sentAt = device();
      const said = await ask(closing.signal);
      const tookMs = device() - sentAt;
      // half of the way is the best guess of when it was said
      if (tookMs >= 0 && tookMs < best) [best, offset] = [tookMs, said - (sentAt + tookMs / 2)];
    }
  };
  // what can't be asked now stays as it was known
  const measureQuietly = (): Promise<void> => measure().catch(() => {});
  const onSeen = (): void => {
    if (page.visibilityState === "visible") void measureQuietly();
  };
  const timer = setInterval(() => void measureQuietly(), EVERY_MS);
  page.addEventListener("visibilitychange", onSeen, { signal: closing.signal });
  return {
    now: () => Math.round(device() + offset),
    ready: measureQuietly(),
    close: () => {
      clearInterval(timer);
      closing.abort();
    },
  };
}
