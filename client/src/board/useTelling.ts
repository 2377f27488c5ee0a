import { useEffect, useRef } from "react";
import type { BoardState } from "../state/index.ts";

/** Shows what could not be made as soon as there is something new of it; closing the sheet dismisses nothing. */
export function useTelling(board: BoardState): void {
  // what was shown is nothing new when a draft begins or ends, with which another state of the same board comes
  const known = useRef(0);
  useEffect(() => {
    const look = (): void => {
      const { length } = board.told();
      if (length > known.current) board.ui.set({ dialog: "told" });
      known.current = length;
    };
    look();
    return board.subscribe("told", look);
  }, [board]);
}
