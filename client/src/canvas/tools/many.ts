import { addOrLetGo } from "../choosing.ts";
import type { ToolState } from "../toolState.ts";

/** Each card that is tapped is chosen besides the others, or let go; a finger on the ground frames: what Shift does, for who has no keys. */
export const manyState: ToolState = {
  cursor: "default",
  dragsGround: "chooses",
  dragsCards: true,
  isPicking: true,
  onCard: ({ board }, card) => addOrLetGo(board, card),
};
