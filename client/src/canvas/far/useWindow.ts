import { useStore, type ReactFlowState } from "@xyflow/react";
import { useCallback, useRef } from "react";
import type { Box } from "../box.ts";
import { seenBox, windowFor } from "./window.ts";

/** The part of the board that is mounted: another one only when the view has left it, or has come much nearer. */
export function useWindow(): Box {
  const last = useRef<Box>(undefined);
  const select = useCallback(({ transform, width, height }: ReactFlowState): Box => {
    const next = windowFor(seenBox(transform, width, height), last.current);
    last.current = next;
    return next;
  }, []);
  return useStore(select);
}
