import type { CardId, Pair } from "@palabre/shared/terms";
import type { ActionContext } from "./action.ts";

/** What the pointer does while a tool is in hand. */
export interface ToolState {
  readonly cursor: "default" | "grab" | "crosshair";
  readonly dragsGround: "chooses" | "pans" | "nothing";
  readonly dragsCards: boolean;
  /** chooses by each tap, and frames by a finger, which otherwise moves the view */
  readonly isPicking?: boolean;
  /** a click on the ground, at a point of the board */
  onGround?(context: ActionContext, at: Pair): void;
  onCard?(context: ActionContext, card: CardId): void;
}
