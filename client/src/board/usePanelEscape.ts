import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";
import { giveToBoard } from "../ui/index.ts";

/**
 * Esc inside a panel closes it and gives the keyboard back to the board. In a field, a menu or a dialog the key is theirs, and on the
 * canvas it ends what is being done there.
 */
export function usePanelEscape(board: BoardState): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
      const isInPanel = event.target.closest("[data-panel]") !== null;
      const isField = event.target.closest("input, textarea, [role=listbox], [role=menu], [role=dialog]") !== null;
      if (!isInPanel || isField || board.ui.get().panel === undefined) return;
      board.ui.set({ panel: undefined });
      giveToBoard();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [board]);
}
