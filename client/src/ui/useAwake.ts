import { useEffect } from "react";

/** Keeps the screen from going dark while a room looks at it; where the browser does not do that, it goes dark as ever. */
export function useAwake(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let isOver = false;
    let lock: WakeLockSentinel | undefined;
    const keep = async (): Promise<void> => {
      if (document.visibilityState !== "visible") return;
      const taken = await navigator.wakeLock.request("screen");
      if (isOver) await taken.release();
      else lock = taken;
    };
    // refused on a low battery, for instance
    const tryTo = () => void keep().catch(() => undefined);
    // the browser lets go of it when the page is hidden
    document.addEventListener("visibilitychange", tryTo);
    tryTo();
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", tryTo);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
