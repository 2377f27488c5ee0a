import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";
import { revealCard } from "./revealCard.ts";

/**
 * Brings into view the card that a panel asks for: panels know no canvas, this page knows both. Where a panel covers the board, it makes
 * room first, and likewise when a card is to be typed in.
 */
export function useLookAt(board: BoardState, isCovered: boolean): void {
  useEffect(() => {
    let shown = board.ui.get().lookAt;
    let edited = board.ui.get().editing;
    return board.ui.subscribe(() => {
      const { lookAt, editing } = board.ui.get();
      const isLook = lookAt !== shown;
      const isEdit = editing !== undefined && editing !== edited;
      shown = lookAt;
      edited = editing;
      if (isCovered && (isLook || isEdit)) board.ui.set({ panel: undefined });
      if (isLook && lookAt) revealCard(board, lookAt.card);
    });
  }, [board, isCovered]);
}
