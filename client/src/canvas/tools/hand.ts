import type { ToolState } from "../toolState.ts";

/** Moves the view, wherever the drag begins. */
export const handState: ToolState = { cursor: "grab", dragsGround: "pans", dragsCards: false };
