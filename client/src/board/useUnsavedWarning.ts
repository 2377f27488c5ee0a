import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";
import { hasUnsaved } from "./statusWords.ts";

/** The browser asks before leaving, only while something made here is not on the server's disk. */
export function useUnsavedWarning(board: BoardState): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (hasUnsaved(board.status())) event.preventDefault();
    };
    addEventListener("beforeunload", onBeforeUnload);
    return () => removeEventListener("beforeunload", onBeforeUnload);
  }, [board]);
}
