import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import { useEffect, useMemo, useReducer, useRef } from "react";
import { useLocks, useOthers, useSnapshot, useSpotlit, useUi } from "../state/index.ts";
import { createHere } from "./here.ts";
import { createRemoteDrags } from "./remoteDrags.ts";
import { createToFlow, type Flow } from "./toFlow.ts";
import type { Moving } from "./useMoving.ts";

/** The board as React Flow is given it: the snapshot, what is chosen and moved here, and what the others do meanwhile. */
export function useFlow(moving: Moving | undefined, focused: CardId | undefined): Flow {
  const snapshot = useSnapshot();
  const others = useOthers();
  const selection = useUi((ui) => ui.selection);
  const editing = useUi((ui) => ui.editing);
  const linkStart = useUi((ui) => (ui.tool.type === "link" ? ui.tool.from : undefined));
  // one of each for the life of the canvas: they remember what they made last
  const makers = useRef({ toFlow: createToFlow(), hereOf: createHere(), dragsOf: createRemoteDrags() });
  const locks = useLocks();
  const lit = useLit();
  const [turn, lookAgain] = useReducer((n: number) => n + 1, 0);

  const remote = useMemo(
    () => makers.current.dragsOf(others, snapshot.cards, performance.now()),
    // oxlint-disable-next-line react/exhaustive-deps -- a turn is the time passing
    [others, snapshot, turn],
  );
  useEffect(() => {
    if (remote.until === undefined) return;
    const timer = setTimeout(lookAgain, Math.max(0, remote.until - performance.now()));
    return () => clearTimeout(timer);
  }, [remote]);

  const here = useMemo(() => makers.current.hereOf(others), [others]);
  const moved = useMemo(() => joinMoves(remote.moved, moving), [remote, moving]);
  const lifted = moving?.isLifted === true ? moving.cards : NONE;
  return useMemo(
    () => makers.current.toFlow({ snapshot, selection, editing, focused, linkStart, locks, moved, lifted, here, lit }),
    [snapshot, selection, editing, focused, linkStart, locks, moved, lifted, here, lit],
  );
}

/** What is lit; undefined when nothing is. */
function useLit(): ReadonlySet<CardId | LinkId> | undefined {
  const things = useSpotlit()?.things;
  return useMemo(() => things && new Set<CardId | LinkId>([...things.cards, ...things.links]), [things]);
}

const NONE: ReadonlySet<CardId> = new Set();
const STILL: ReadonlyMap<CardId, Pair> = new Map();

/** Who drags a card here sees it under the pointer, whatever somebody else does with it. */
function joinMoves(remote: ReadonlyMap<CardId, Pair>, moving: Moving | undefined): ReadonlyMap<CardId, Pair> {
  if (!moving) return remote.size === 0 ? STILL : remote;
  const moved = new Map(remote);
  for (const card of moving.cards) moved.set(card, moving.by);
  return moved;
}
