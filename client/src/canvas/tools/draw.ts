import type { ToolState } from "../toolState.ts";

/** A pen or an eraser: a layer over the board takes the pointer, see `draw/DrawLayer.tsx`. */
export const drawState: ToolState = { cursor: "crosshair", dragsGround: "nothing", dragsCards: false };
