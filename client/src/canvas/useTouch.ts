import { useEffect, type RefObject } from "react";

/**
 * Long presses and double taps, heard where a device has fingers; fetched there only, since a mouse needs nothing of it.
 * @param hasDoubles  whether two taps mean something together; where they don't, each counts
 */
export function useTouch(root: RefObject<HTMLElement | null>, hasDoubles: () => boolean): void {
  useEffect(() => {
    const element = root.current;
    if (!element || navigator.maxTouchPoints === 0) return;
    let isOver = false;
    let stop: (() => void) | undefined;
    void import("./fingers.ts").then(
      ({ listenToFingers }) => {
        if (!isOver) stop = listenToFingers(element, hasDoubles);
      },
      // the buttons do the same
      () => undefined,
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [root, hasDoubles]);
}
