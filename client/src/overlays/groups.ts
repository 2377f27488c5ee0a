import type { CardId } from "@palabre/shared/terms";

/** One group and how many cards are in it. */
export interface CountedGroup {
  readonly group: string;
  readonly n: number;
}

/** The groups that are there: in the order that is given, then the largest first; of equally large ones, by name. */
export function listGroups(groups: ReadonlyMap<CardId, string>, order: readonly string[]): readonly CountedGroup[] {
  const counts = new Map<string, number>();
  for (const group of groups.values()) counts.set(group, (counts.get(group) ?? 0) + 1);
  const placeOf = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);
  return [...counts]
    .map(([group, n]) => ({ group, n }))
    .sort((a, b) => placeOf(a.group) - placeOf(b.group) || b.n - a.n || (a.group < b.group ? -1 : 1));
}
