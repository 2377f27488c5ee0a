import type { Tool } from "../state/index.ts";
import { drawState } from "./tools/draw.ts";
import { handState } from "./tools/hand.ts";
import { lassoState } from "./tools/lasso.ts";
import { manyState } from "./tools/many.ts";
import { laserState } from "./tools/laser.ts";
import { linkState } from "./tools/link.ts";
import { placeState } from "./tools/place.ts";
import { selectState } from "./tools/select.ts";
import type { ToolState } from "./toolState.ts";

/** What the pointer does with a tool in hand. */
export function stateOf(tool: Tool): ToolState {
  switch (tool.type) {
    case "select":
      return tool.isMany === true ? manyState : selectState;
    case "hand":
      return handState;
    case "laser":
      return laserState;
    case "lasso":
      return lassoState;
    case "place":
      return placeState(tool.kind, tool.shape);
    case "draw":
    case "erase":
      return drawState;
    case "link":
      return linkState(tool);
  }
}
