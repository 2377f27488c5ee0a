import { useEffect } from "react";
import { isLostByLeaving, type BoardState } from "../state/index.ts";

/** The browser asks before leaving, only while something made here is neither on the server's disk nor on this device's. */
export function useUnsavedWarning(board: BoardState): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (isLostByLeaving(board.waiting()) || board.ui.get().unsavedSteps > 0) event.preventDefault();
    };
    addEventListener("beforeunload", onBeforeUnload);
    return () => removeEventListener("beforeunload", onBeforeUnload);
  }, [board]);
}
