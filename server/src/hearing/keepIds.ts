import type { ThemeId } from "@palabre/shared/terms";

/** Part of a theme that must have had an id before for the id to stay: of those that have one now, or of those that had it. */
const STAYS = 0.3;

/**
 * Ids for themes that were found anew: a theme that is mostly what another was keeps its id, so that what hangs on it (an alert, a
 * filter, an eye on the screen) stays. The largest overlaps choose first; an id is given once.
 * @param before for each theme, the ids that its posts had
 */
export function keepIds(
  before: readonly (readonly (ThemeId | undefined)[])[],
  newId: () => ThemeId,
): readonly ThemeId[] {
  const had = new Map<ThemeId, number>();
  const overlaps: { readonly at: number; readonly id: ThemeId; readonly shared: number }[] = [];
  for (const [at, ids] of before.entries()) {
    const shared = new Map<ThemeId, number>();
    for (const id of ids) if (id !== undefined) shared.set(id, (shared.get(id) ?? 0) + 1);
    for (const [id, count] of shared) {
      had.set(id, (had.get(id) ?? 0) + count);
      overlaps.push({ at, id, shared: count });
    }
  }
  const kept = new Map<number, ThemeId>();
  const taken = new Set<ThemeId>();
  for (const { at, id, shared } of overlaps.toSorted((a, b) => b.shared - a.shared || a.at - b.at)) {
    const isMostly = shared >= STAYS * (before[at]?.length ?? 0) || shared >= STAYS * (had.get(id) ?? 0);
    if (kept.has(at) || taken.has(id) || !isMostly) continue;
    kept.set(at, id);
    taken.add(id);
  }
  return before.map((_, at) => kept.get(at) ?? newId());
}
