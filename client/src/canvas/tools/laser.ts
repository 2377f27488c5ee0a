import type { ToolState } from "../toolState.ts";

/** Points, and leaves a trail of light; nothing on the board is taken hold of. */
export const laserState: ToolState = { cursor: "crosshair", dragsGround: "nothing", dragsCards: false };
