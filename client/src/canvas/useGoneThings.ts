import { useEffect } from "react";
import { isHere, useBoard } from "../state/index.ts";

/** Lets go of what somebody else has deleted: it is no longer typed in, linked from, or chosen. */
export function useGoneThings(): void {
  const board = useBoard();
  useEffect(() => {
    const letGo = () => {
      const { editing, tool, selection } = board.ui.get();
      if (editing !== undefined && !isHere(board, editing)) board.commands.edit(undefined);
      if (tool.type === "link" && tool.from !== undefined && !isHere(board, tool.from))
        board.ui.set({ tool: { type: "link", polarity: tool.polarity } });
      const here = [...selection].filter((id) => isHere(board, id));
      if (here.length < selection.size) board.commands.select(here);
    };
    letGo();
    return board.subscribe("board", letGo);
  }, [board]);
}
