import type { Source } from "../terms/index.ts";

/** One day, in milliseconds. */
const DAY_MS = 86_400_000;
/** What "lately" means for a community that meets once or twice a month. */
const PERIOD_MS: number = 30 * DAY_MS;

/** A span of time after `from`, up to and including `to`; `before` is where the span of equal length ahead of it begins. */
export interface Period {
  readonly before: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The thirty days that a board's figures speak of.
 *
 * They end now. When the newest post is older than that (an archive was uploaded, a forum has closed), they end with
 * that post, so that an old voice is still heard; the readings carry `from` and `to`, and the screen says which days it is. A
 * rounder end, that of a day in UTC say, would be another day for who reads it east or west of there.
 * @param newestAt when the newest post of the board was written; undefined when there is none
 */
export function periodOf(now: number, newestAt: number | undefined): Period {
  const isArchive = newestAt !== undefined && newestAt <= now - PERIOD_MS;
  const to = isArchive ? newestAt : now;
  return { before: to - 2 * PERIOD_MS, from: to - PERIOD_MS, to };
}

/** From when to when a source could be heard. */
export interface HeardSpan {
  readonly from: number;
  readonly to: number;
}

/** When a source was last heard that is not listened to any more, or never was; undefined of one that is. */
export const heardUntil = ({
  state,
  addedAt,
  readAt,
}: Pick<Source, "state" | "addedAt" | "readAt">): number | undefined =>
  readAt === undefined ? addedAt : state === "refused" || state === "late" ? readAt : undefined;

/**
 * The span of a source: what a file holds, or what is listened to since the source was added, with what it had from before.
 * @param written  of its first post and its last; undefined where there is none
 */
export function heardSpan(
  source: Pick<Source, "kind" | "addedAt"> & { readonly heardUntil: number | undefined },
  written: HeardSpan | undefined,
): HeardSpan | undefined {
  const { kind, addedAt } = source;
  if (kind === "csv" || kind === "sample") return written;
  return {
    from: Math.min(addedAt, written?.from ?? addedAt),
    to: source.heardUntil === undefined ? Infinity : Math.max(source.heardUntil, written?.to ?? 0),
  };
}

/**
 * Whether enough was listened to before a period to compare it with: some source was heard for half of that time at least, up to the
 * period. A source that was added today with posts of the last days tells nothing of what was said before.
 */
export const isHeardBefore = ({ before, from }: Period, spans: readonly HeardSpan[]): boolean =>
  spans.some((span) => span.from <= (before + from) / 2 && span.to >= from);

/**
 * Counts times in equal slices of a period, oldest slice first. Times outside the period are left out.
 * @returns as many counts as there are slices
 */
export function countInSlices(times: Iterable<number>, { from, to }: Period, slices: number): readonly number[] {
  const counts: number[] = Array.from({ length: slices }, () => 0);
  const width = (to - from) / slices;
  for (const at of times) {
    if (at <= from || at > to) continue;
    // a slice, like the period, is open at its beginning and closed at its end
    const slice = Math.min(slices - 1, Math.ceil((at - from) / width) - 1);
    counts[slice] = (counts[slice] ?? 0) + 1;
  }
  return counts;
}
