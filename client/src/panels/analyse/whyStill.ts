import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { CardId } from "@palabre/shared/terms";

/**
 * Why nothing moves that one could see: no link leaves from what is supposed, the group says that those that do have no effect, they cancel
 * each other out, or what they do is too small.
 */
export type Stillness = "unlinked" | "silent" | "cancels" | "small";

/** @param effects what the map settles at; what is supposed itself counts for nothing */
export function whyStill(
  map: SignedMap,
  levels: ReadonlyMap<CardId, number>,
  effects: ReadonlyMap<CardId, number>,
): Stillness {
  const isSupposed = (id: CardId | undefined) => id !== undefined && (levels.get(id) ?? 0) !== 0;
  const isLeaving = ({ from, to }: { readonly from: number; readonly to: number }) =>
    isSupposed(map.cards[from]?.id) && !isSupposed(map.cards[to]?.id);
  if (!map.links.some(isLeaving)) return (map.silent ?? []).some(isLeaving) ? "silent" : "unlinked";
  return [...effects].every(([id, effect]) => effect === 0 || isSupposed(id)) ? "cancels" : "small";
}
