import type { BoardComparison, CardId, VersionId } from "@palabre/shared/terms";
import { NO_MARKS, type Mark } from "../state/index.ts";

/**
 * What a comparison of a version with the board of now marks: on the board what came and changed, on that version what is gone since and
 * changed, on any other version nothing.
 * @param shown the version that is looked at; undefined: the board of now
 */
export function comparisonMarks(
  { cards: { added, removed, changed } }: BoardComparison,
  compared: VersionId,
  shown: VersionId | undefined,
): ReadonlyMap<CardId, Mark> {
  const isPast = shown !== undefined;
  if (isPast && shown !== compared) return NO_MARKS;
  const marks = new Map<CardId, Mark>();
  for (const { id } of changed) marks.set(id, "changed");
  for (const { id } of isPast ? removed : added) marks.set(id, isPast ? "removed" : "added");
  return marks;
}
