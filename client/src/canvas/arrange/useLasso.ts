import type { Pair } from "@palabre/shared/terms";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useState, type RefObject } from "react";
import { selectedCards, type ActionContext } from "../action.ts";
import { withGroups } from "../taken.ts";
import { enclosedBy } from "./lasso.ts";

/** Points of the loop are this far apart, in px of the screen. */
const STEP_PX = 4;

/** Draws a loop with the pointer and chooses what it encloses; with Shift, besides what is chosen. Then the tool is put down. */
export function useLasso(root: RefObject<HTMLElement | null>, context: ActionContext, isOn: boolean): readonly Pair[] {
  const { screenToFlowPosition } = useReactFlow();
  const [loop, setLoop] = useState<readonly Pair[]>([]);
  useEffect(() => {
    const ground = root.current;
    if (!isOn || !ground) return;
    const { board, text, announce } = context;
    let drawn: { readonly pointer: number; readonly points: Pair[]; last: Pair } | undefined;
    const take = (event: PointerEvent) => {
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      drawn?.points.push([x, y]);
      if (drawn) setLoop([...drawn.points]);
    };
    const end = () => {
      drawn = undefined;
      setLoop([]);
    };
    const onDown = (event: PointerEvent) => {
      if (drawn) return end();
      const isOnBoard = event.target instanceof Element && event.target.closest(".react-flow__renderer") !== null;
      if (event.button !== 0 || !isOnBoard) return;
      event.stopPropagation();
      event.preventDefault();
      drawn = { pointer: event.pointerId, points: [], last: [event.clientX, event.clientY] };
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
      setLoop([]);
      ground.removeEventListener("pointerdown", onDown, options);
      window.removeEventListener("pointermove", onMove, options);
      window.removeEventListener("pointerup", onUp, options);
      window.removeEventListener("pointercancel", end, options);
    };
  }, [isOn, root, context, screenToFlowPosition]);
  return loop;
}

const swallow = (event: Event) => event.stopPropagation();
