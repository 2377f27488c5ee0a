import type { Pair } from "@palabre/shared/terms";
import { useReactFlow } from "@xyflow/react";
import { useEffect, type RefObject } from "react";
import { pinchViewport, type Viewport } from "./view.ts";

/**
 * Two fingers zoom and move the view wherever they come down. React Flow does so on the ground alone, and on a phone there is
 * hardly any ground: cards fill the screen.
 * @param onStart  called when a second finger comes down
 */
export function usePinch(root: RefObject<HTMLElement | null>, onStart: () => void): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let start: { readonly viewport: Viewport; readonly fingers: readonly [Pair, Pair] } | undefined;
    const fingersOf = ({ touches }: TouchEvent): readonly [Pair, Pair] | undefined => {
      const [a, b] = touches;
      if (!a || !b || touches.length !== 2) return undefined;
      const { left, top } = element.getBoundingClientRect();
      return [
        [a.clientX - left, a.clientY - top],
        [b.clientX - left, b.clientY - top],
      ];
    };
    /** fingers that are left over from two do nothing until all are lifted: the gesture is over */
    let isOver = false;
    const onTouchStart = (event: TouchEvent) => {
      const fingers = fingersOf(event);
      start = fingers && { viewport: getViewport(), fingers };
      if (event.touches.length === 1) isOver = false;
      if (!fingers) return;
      isOver = true;
      event.stopPropagation();
      onStart();
    };
    const onTouchMove = (event: TouchEvent) => {
      const fingers = fingersOf(event);
      if (!start || !fingers) {
        if (isOver) event.stopPropagation();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      void setViewport(pinchViewport(start.viewport, start.fingers, fingers));
    };
    const onTouchEnd = () => {
      start = undefined;
    };
    // on the way down, before anything on the canvas takes the fingers for its own
    const options = { capture: true, passive: false };
    element.addEventListener("touchstart", onTouchStart, options);
    element.addEventListener("touchmove", onTouchMove, options);
    element.addEventListener("touchend", onTouchEnd, true);
    element.addEventListener("touchcancel", onTouchEnd, true);
    return () => {
      element.removeEventListener("touchstart", onTouchStart, options);
      element.removeEventListener("touchmove", onTouchMove, options);
      element.removeEventListener("touchend", onTouchEnd, true);
      element.removeEventListener("touchcancel", onTouchEnd, true);
    };
  }, [root, onStart, getViewport, setViewport]);
}
