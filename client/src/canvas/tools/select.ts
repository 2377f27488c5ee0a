import type { ToolState } from "../toolState.ts";

/** Chooses and drags cards; a drag on the ground chooses what it frames. */
export const selectState: ToolState = { cursor: "default", dragsGround: "chooses", dragsCards: true };
