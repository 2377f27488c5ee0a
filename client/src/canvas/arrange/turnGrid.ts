import type { ActionContext } from "../action.ts";

/** Whether what is dragged keeps to the dots of the ground: for this person, until they turn it again. */
export function turnGrid({ board, text, announce, toast }: ActionContext): void {
  const isOnGrid = !board.ui.get().isOnGrid;
  board.ui.set({ isOnGrid });
  const words = text.t(isOnGrid ? "arrange.gridOn" : "arrange.gridOff");
  toast({ text: words });
  announce(words);
}
