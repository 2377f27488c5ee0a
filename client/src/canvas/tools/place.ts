import type { CardKind, CardShape, Pair } from "@palabre/shared/terms";
import { boxOf } from "../box.ts";
import { placeNew } from "../fromFlow.ts";
import type { ToolState } from "../toolState.ts";

/** The next click on the ground makes a card there and opens it for typing; then the tool is put down, unless it is kept. */
export const placeState = (kind: CardKind, shape?: CardShape): ToolState => ({
  cursor: "crosshair",
  dragsGround: "chooses",
  dragsCards: false,
  onGround: ({ board, view }, at) => {
    if (!board.ui.get().keepsTool) board.ui.set({ tool: { type: "select" } });
    const { penColour: colour } = board.ui.get();
    const id = board.commands.addCard(
      placeNew(
        board.snapshot(),
        kind,
        at,
        shape === undefined ? {} : { shape, size: SIZES[shape], ...(colour && { colour }) },
      ),
    );
    const card = id && board.card(id);
    if (card) view?.comeNear(boxOf(card));
  },
});

const SIZES: Readonly<Record<CardShape, Pair>> = {
  text: [240, 56],
  rectangle: [200, 112],
  ellipse: [200, 128],
  diamond: [208, 160],
};
