import type { AppError, ErrorCode } from "@palabre/shared/errors";
import { INTERVAL_MINUTES } from "@palabre/shared/protocol";
import type { Source } from "@palabre/shared/terms";
import type { SourceChange, SourceRecord } from "../stores/index.ts";
import type { Reading } from "./sources/index.ts";

/** What a look at a source makes of its source: pure, time and chance are arguments. */

const MINUTE_MS = 60_000;
/** Longest pause between two looks: a host that comes back is found within a day. */
export const LONGEST_PAUSE_MS = 86_400_000;
/** Faults that no waiting mends: somebody must change the address, there or here. Looked at once a day all the same. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  "bad-address",
  "private-address",
  "not-a-feed",
  "source-credentials",
  "source-too-large",
  "source-redirects",
]);
/** Where there is more to read than one look takes, the next one follows soon: a host is looked at once a minute at most. */
const SOON_MS = MINUTE_MS;
/** Pauses after failures are spread over this much of themselves, so that sources of one host don't come back all at once. */
const JITTER = 0.4;

/** What a facilitator may see of a record. */
export function toSource(record: SourceRecord): Source {
  const { board: _, cursor: __, failures: ___, sealed: ____, ...source } = record;
  return source;
}

export const intervalOf = (source: Pick<Source, "intervalMinutes">): number =>
  (source.intervalMinutes ?? INTERVAL_MINUTES.usual) * MINUTE_MS;

/** @param posts how many posts of the source are kept now */
export function afterReading(source: SourceRecord, reading: Reading, posts: number, now: number): SourceChange {
  const usualMs = reading.isUnfinished === true ? SOON_MS : intervalOf(source);
  const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(usualMs, reading.waitMs));
  return {
    state: posts > 0 ? "fresh" : "empty",
    problem: undefined,
    details: undefined,
    failures: 0,
    readAt: now,
    nextAt: now + pauseMs,
    cursor: reading.cursor,
  };
}

/**
 * The pause doubles with each failure in a row, from the interval up to a day, and is never shorter than the host asked for.
 * @param chance 0 ≤ chance < 1
 */
export function afterFailure(source: SourceRecord, fault: AppError, now: number, chance: number): SourceChange {
  const failures = source.failures + 1;
  const isRefused = REFUSALS.has(fault.code) || fault.details["status"] === 410;
  const doubled = isRefused ? LONGEST_PAUSE_MS : intervalOf(source) * 2 ** Math.min(failures - 1, 20);
  const spread = doubled * (1 - JITTER / 2 + JITTER * chance);
  const asked = Number(fault.details["retryAfterSeconds"] ?? 0) * 1_000;
  return {
    state: isRefused ? "refused" : "late",
    problem: fault.code,
    details: fault.details,
    failures,
    nextAt: now + Math.round(Math.min(LONGEST_PAUSE_MS, Math.max(spread, asked))),
  };
}
