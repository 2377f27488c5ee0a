import type { CardId } from "@palabre/shared/terms";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useState, type RefObject } from "react";
import type { Places } from "./places.ts";

/**
 * The card under the pointer where the board is painted: it is put into the page before it is taken hold of, so that it is clicked,
 * dragged and asked for its menu as any other. While a button is down it stays the one.
 */
export function usePointed(
  root: RefObject<HTMLElement | null>,
  far: RefObject<{ readonly isFar: boolean; readonly places: Places } | undefined>,
): CardId | undefined {
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [pointed, setPointed] = useState<CardId>();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const look = (event: PointerEvent) => {
      if (event.buttons !== 0) return;
      if (far.current?.isFar !== true) return setPointed(undefined);
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      setPointed(far.current.places.at([x, y], getZoom()));
    };
    element.addEventListener("pointermove", look, { passive: true });
    return () => element.removeEventListener("pointermove", look);
  }, [root, far, screenToFlowPosition, getZoom]);
  return pointed;
}
