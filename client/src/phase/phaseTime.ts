import type { Phase, PhaseNow } from "@palabre/shared/terms";

/** How the time of the present step stands. */
export type PhaseTime =
  /** it has no timer */
  | { readonly type: "none" }
  | { readonly type: "running" | "paused"; readonly leftMs: number }
  | { readonly type: "up" };

const MINUTE_MS = 60_000;

/** @param at epoch ms by the server's clock */
export function timeOf(now: PhaseNow, at: number): PhaseTime {
  if (now.isTimeUp === true) return { type: "up" };
  if (now.endsAt !== undefined) {
    // the server has the last word, but a clock that stands at zero is up for who looks at it
    return now.endsAt > at ? { type: "running", leftMs: now.endsAt - at } : { type: "up" };
  }
  return now.left === undefined ? { type: "none" } : { type: "paused", leftMs: now.left };
}

/** What part of its time a step has used, 0 to 1; without a timer, nothing closes. Added minutes make the whole longer. */
export function portionUsed(time: PhaseTime, minutes: Phase["minutes"]): number {
  if (time.type === "up") return 1;
  if (time.type === "none") return 0;
  const whole = Math.max((minutes ?? 0) * MINUTE_MS, time.leftMs);
  return whole === 0 ? 1 : 1 - time.leftMs / whole;
}

/** Minutes and seconds as a clock shows them, the last second until it is over: 07:42, 1:05:00. */
export function clockWords(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
}

/** What is said of the time as it passes. */
export type TimeNews = "half" | "minute" | "seconds" | "up";

/**
 * What is to be said when the time left goes from one reading to the next; of several moments that were slept through, the last. Half
 * of a short step is nearly its last minute, and is not said.
 */
export function newsBetween(beforeMs: number, afterMs: number, minutes: Phase["minutes"]): TimeNews | undefined {
  const half = ((minutes ?? 0) * MINUTE_MS) / 2;
  const moments: readonly (readonly [TimeNews, number])[] = [
    ["up", 0],
    ["seconds", 10_000],
    ["minute", MINUTE_MS],
    ...(half >= 2 * MINUTE_MS ? ([["half", half]] as const) : []),
  ];
  return moments.find(([, at]) => beforeMs > at && afterMs <= at)?.[0];
}

/** What is left of a timer that runs, or has run out. */
export interface TimeReading {
  readonly leftMs: number;
  /** by which a timer that goes on after a pause, or is set anew, is known from the one before; epoch ms */
  readonly endsAt: number | undefined;
}

/** The same from one reading to the next; nothing where no time has passed: it was not read, stood still, or was set anew. */
export function newsOf(
  before: TimeReading | undefined,
  after: TimeReading | undefined,
  minutes: Phase["minutes"],
): TimeNews | undefined {
  // a step that one comes to late says its time by itself
  if (!before || !after || before.endsAt !== after.endsAt) return undefined;
  return newsBetween(before.leftMs, after.leftMs, minutes);
}
