import type { VersionFacts } from "@palabre/shared/protocol";
import { isSameDay } from "./whenWords.ts";

/** A version with how much was changed since the one before it; undefined where that one is not known yet. */
export interface ListedVersion {
  readonly version: VersionFacts;
  readonly changes: number | undefined;
}
/** One line of the timeline: a version that somebody has a reason to look for, or those that were kept by themselves in one hour. */
export type TimelineEntry =
  | { readonly type: "version"; readonly listed: ListedVersion }
  | { readonly type: "hour"; readonly listed: readonly [ListedVersion, ...ListedVersion[]] };
export interface TimelineDay {
  /** of its newest version */
  readonly at: number;
  readonly entries: readonly TimelineEntry[];
}

/**
 * Puts versions into days, in the reader's time zone, and folds those that were kept by themselves by the hour.
 * @param versions newest first
 * @param isComplete  whether there are no older ones: then the oldest holds all the changes before it
 */
export function groupVersions(versions: readonly VersionFacts[], isComplete: boolean): readonly TimelineDay[] {
  const days: { at: number; entries: TimelineEntry[] }[] = [];
  for (const [place, version] of versions.entries()) {
    const older = versions[place + 1];
    const since = older?.seq ?? (isComplete ? 0 : undefined);
    const listed = { version, changes: since === undefined ? undefined : Math.max(0, version.seq - since) };
    let day = days.at(-1);
    if (!day || !isSameDay(day.at, version.at)) days.push((day = { at: version.at, entries: [] }));
    const last = day.entries.at(-1);
    if (version.kind !== "minute") day.entries.push({ type: "version", listed });
    else if (last?.type === "hour" && isSameHour(last.listed[0].version.at, version.at))
      day.entries[day.entries.length - 1] = { type: "hour", listed: [...last.listed, listed] };
    else day.entries.push({ type: "hour", listed: [listed] });
  }
  return days;
}

const isSameHour = (a: number, b: number): boolean => new Date(a).getHours() === new Date(b).getHours();
