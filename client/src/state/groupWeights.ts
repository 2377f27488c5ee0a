import { readBallots, type StateDoc } from "@palabre/shared/documents";
import {
  asAllWeighed,
  readGroupWeights,
  type BoardSnapshot,
  type GroupWeight,
  type LinkId,
} from "@palabre/shared/terms";
import { useMemo } from "react";
import type { BoardState } from "./boardState.ts";
import { useSnapshot, useWorkshopPart } from "./hooks.ts";

type GroupWeights = ReadonlyMap<LinkId, GroupWeight>;

const NONE: GroupWeights = new Map();
const last = new WeakMap<StateDoc, GroupWeights>();

/** The same object until a median changes: a workshop changes every few seconds, and all that stands on the map hangs on these. */
function readWeights(workshop: StateDoc): GroupWeights {
  const next = readGroupWeights(readBallots(workshop).values());
  const known = last.get(workshop) ?? NONE;
  const isSame =
    next.size === known.size &&
    [...next].every(([link, { median, low, high, n }]) => {
      const before = known.get(link);
      return before?.median === median && before.low === low && before.high === high && before.n === n;
    });
  if (isSame) return known;
  last.set(workshop, next);
  return next;
}

/** What the group published of links: what counts of them in the place of what is drawn. */
export const groupWeightsOf = (board: Pick<BoardState, "part">): GroupWeights =>
  board.part("workshop", readWeights) ?? NONE;
/** The same, redrawn when it changes. */
export const useGroupWeights = (): GroupWeights => useWorkshopPart(readWeights);

/** The whole board with its links as they count, for sentences along them. */
export function useWeighedSnapshot(): BoardSnapshot {
  const snapshot = useSnapshot();
  const weights = useGroupWeights();
  return useMemo(() => ({ ...snapshot, links: asAllWeighed(snapshot.links, weights) }), [snapshot, weights]);
}
