import type { ToolState } from "../toolState.ts";

/** Draws a loop around what it chooses; what is drawn and what comes of it is fetched with all that arranges. */
export const lassoState: ToolState = { cursor: "crosshair", dragsGround: "nothing", dragsCards: false };
