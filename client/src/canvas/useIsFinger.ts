import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the canvas is touched by fingers just now, known before anything answers the touch; a device may have a mouse as well. */
export function useIsFinger(): boolean {
  const [isFinger, setFinger] = useState(() => matchMedia("(pointer: coarse)").matches);
  useEffect(() => {
    let last = isFinger;
    const onDown = ({ pointerType }: PointerEvent) => {
      const now = pointerType === "touch";
      if (now === last) return;
      last = now;
      // this touch already is one of a finger: what drags do is settled before they begin
      flushSync(() => setFinger(now));
    };
    window.addEventListener("pointerdown", onDown, true);
    return () => window.removeEventListener("pointerdown", onDown, true);
    // oxlint-disable-next-line react/exhaustive-deps -- only what it is at first
  }, []);
  return isFinger;
}
