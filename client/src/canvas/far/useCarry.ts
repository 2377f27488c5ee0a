import type { CardId, Pair } from "@palabre/shared/terms";
import { useStoreApi } from "@xyflow/react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useBoard } from "../house.ts";
import type { CanvasFlow } from "../useFlow.ts";
import { isSame, type Mover, type Moving } from "../useMoving.ts";
import { carryCards } from "./carryCards.ts";

export interface Carry {
  readonly flow: CanvasFlow;
  /** what the canvas was told last of what is moved here */
  readonly moving: Moving | undefined;
  readonly mover: Mover;
}

/** A hand that was still for so long rests. */
const REST_MS = 250;

/**
 * Shows the steps of a hand that carries many cards without drawing the canvas anew: their elements are moved here, and what else goes
 * with them is shown by `show`. The canvas is told when the hand rests, and links choose their sides anew.
 * @param show told how far cards are shown from where they lie, and what the hand has of them
 */
export function useCarry(
  { flow, moving, mover }: Carry,
  show: (moved: ReadonlyMap<CardId, Pair>, hand: Moving | undefined) => void,
): void {
  const board = useBoard();
  const store = useStoreApi();
  const showNow = useRef(show);
  useLayoutEffect(() => void (showNow.current = show));
  const { nodes, moved, isCarryPainted } = flow;
  useLayoutEffect(() => {
    const { domNode } = store.getState();
    if (moving?.isLifted !== true || !isCarryPainted || !domNode) return;
    const carried = carryCards(domNode, moving.cards, (id) => board.card(id)?.position);
    let rest: ReturnType<typeof setTimeout> | undefined;
    carried.show(mover.now()?.by ?? moving.by);
    const forget = mover.onMove((next) => {
      clearTimeout(rest);
      if (next?.isLifted !== true || !isSame(next.cards, moving.cards)) return false;
      carried.show(next.by);
      showNow.current(movedNow(moved, moving, next), next);
      rest = setTimeout(mover.tell, REST_MS);
      return true;
    });
    return () => {
      clearTimeout(rest);
      forget();
      carried.end();
    };
  }, [board, store, mover, moving, isCarryPainted, nodes, moved]);
  // what the canvas was drawn anew for, somebody else's doing say, may be behind the hand
  useEffect(() => showNow.current(movedNow(moved, moving, mover.now()), moving && mover.now()));
}

/** How far cards are shown from where they lie, when the hand is further than the canvas was told. */
function movedNow(
  moved: ReadonlyMap<CardId, Pair>,
  told: Moving | undefined,
  now: Moving | undefined,
): ReadonlyMap<CardId, Pair> {
  if (!told || !now || told === now) return moved;
  const all = new Map(moved);
  for (const card of told.cards) all.set(card, now.by);
  return all;
}
