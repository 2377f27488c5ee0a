import type { VersionFacts } from "@palabre/shared/protocol";

type Moment = Pick<VersionFacts, "at" | "seq">;

/**
 * Two versions, the earlier one first: what came and what went is told forwards in time, whichever was chosen first.
 * @param to  undefined: the board now, which is later than any
 */
export function inOrder<T extends Moment>(from: T, to: T | undefined): readonly [T, T | undefined] {
  if (!to || to.at > from.at || (to.at === from.at && to.seq >= from.seq)) return [from, to];
  return [to, from];
}
