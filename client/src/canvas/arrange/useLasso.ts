import type { Pair } from "@palabre/shared/terms";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useState, type RefObject } from "react";
import { selectedCards, type ActionContext } from "../action.ts";
import { onGivenUp } from "../giveUp.ts";
import { withGroups } from "../taken.ts";
import { enclosedBy } from "./lasso.ts";

/** Points of the loop are this far apart, in px of the screen. */
const STEP_PX = 4;

/**
 * Draws a loop with the pointer and chooses what it encloses; with Shift, besides what is chosen. Then the tool is put down. Esc gives
 * up the loop, and keeps the tool.
 */
export function useLasso(root: RefObject<HTMLElement | null>, context: ActionContext, isOn: boolean): readonly Pair[] {
  const { screenToFlowPosition } = useReactFlow();
  const [loop, setLoop] = useState<readonly Pair[]>([]);
  useEffect(() => {
    const ground = root.current;
    if (!isOn || !ground) return;
    const { board, text, announce } = context;
    let drawn:
      | { readonly pointer: number; readonly stopListening: () => void; points: Pair[] | undefined; last: Pair }
      | undefined;
    const take = (event: PointerEvent) => {
      if (!drawn?.points) return;
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      drawn.points.push([x, y]);
      setLoop([...drawn.points]);
    };
    const end = () => {
      drawn?.stopListening();
      drawn = undefined;
      setLoop([]);
    };
    /** The release to come is still of the loop, and chooses nothing. */
    const giveUp = () => {
      if (drawn) drawn.points = undefined;
      setLoop([]);
    };
    const onDown = (event: PointerEvent) => {
      if (drawn) return end();
      const isOnBoard = event.target instanceof Element && event.target.closest(".react-flow__renderer") !== null;
      if (event.button !== 0 || !isOnBoard || movesView(event.target)) return;
      event.stopPropagation();
      event.preventDefault();
      drawn = {
        pointer: event.pointerId,
        stopListening: onGivenUp(giveUp),
        points: [],
        last: [event.clientX, event.clientY],
      };
      take(event);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== drawn?.pointer) return;
      if (Math.hypot(event.clientX - drawn.last[0], event.clientY - drawn.last[1]) < STEP_PX) return;
      drawn.last = [event.clientX, event.clientY];
      take(event);
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== drawn?.pointer) return;
      const { points } = drawn;
      end();
      // the click that follows is of the loop, and of no card beneath
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
      if (!points) return;
      const before = event.shiftKey ? board.ui.get().selection : [];
      const found = enclosedBy(board.snapshot(), points);
      if (!board.ui.get().keepsTool) board.ui.set({ tool: { type: "select" } });
      board.commands.select(withGroups(board.snapshot(), [...before, ...found], board.ui.get().inGroup));
      announce(text.t("canvas.selectedCards", { n: selectedCards(board).length }));
    };
    const options = { capture: true };
    ground.addEventListener("pointerdown", onDown, options);
    window.addEventListener("pointermove", onMove, options);
    window.addEventListener("pointerup", onUp, options);
    window.addEventListener("pointercancel", end, options);
    return () => {
      end();
      ground.removeEventListener("pointerdown", onDown, options);
      window.removeEventListener("pointermove", onMove, options);
      window.removeEventListener("pointerup", onUp, options);
      window.removeEventListener("pointercancel", end, options);
    };
  }, [isOn, root, context, screenToFlowPosition]);
  return loop;
}

/** So it does while Space is held. */
const movesView = (target: Element): boolean => target.closest("[data-moves-view]") !== null;
const swallow = (event: Event) => event.stopPropagation();
