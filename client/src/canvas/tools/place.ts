import type { CardKind } from "@palabre/shared/terms";
import { boxOf } from "../box.ts";
import { placeNew } from "../fromFlow.ts";
import type { ToolState } from "../toolState.ts";

/** The next click on the ground makes a card there and opens it for typing; then the tool is put down. */
export const placeState = (kind: CardKind): ToolState => ({
  cursor: "crosshair",
  dragsGround: "chooses",
  dragsCards: false,
  onGround: ({ board, view }, at) => {
    board.ui.set({ tool: { type: "select" } });
    const id = board.commands.addCard(placeNew(board.snapshot(), kind, at));
    const card = id && board.card(id);
    if (card) view?.comeNear(boxOf(card));
  },
});
