import { useLayoutEffect, useState, type RefObject } from "react";
import { useBoard } from "../state/index.ts";
import { drawnBoxes, firstViewport, type Viewport } from "./view.ts";

/** Where the board is looked at from at first; undefined until it is loaded and the canvas has a size. Later changes don't move it. */
export function useFirstViewport(root: RefObject<HTMLElement | null>, isLoading: boolean): Viewport | undefined {
  const board = useBoard();
  const [viewport, setViewport] = useState<Viewport>();
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || isLoading || viewport) return;
    const place = () => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth === 0 || clientHeight === 0) return;
      observer.disconnect();
      setViewport(firstViewport(drawnBoxes(board), [clientWidth, clientHeight]));
    };
    const observer = new ResizeObserver(place);
    observer.observe(element);
    place();
    return () => observer.disconnect();
  }, [board, isLoading, root, viewport]);
  return viewport;
}
