import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";

/** Shows what could not be made as soon as there is something new of it; closing the sheet dismisses nothing. */
export function useTelling(board: BoardState): void {
  useEffect(() => {
    let known = 0;
    const look = (): void => {
      const { length } = board.told();
      if (length > known) board.ui.set({ dialog: "told" });
      known = length;
    };
    look();
    return board.subscribe("told", look);
  }, [board]);
}
