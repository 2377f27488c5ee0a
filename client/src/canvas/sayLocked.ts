import type { CardId, LinkId } from "@palabre/shared/terms";
import type { ActionContext } from "./action.ts";

/** Tells why a thing stays as it is: a facilitator's lock is not taken off by whoever meets it. */
export const sayLocked = (
  { board, text, toast }: Pick<ActionContext, "board" | "text" | "toast">,
  thing: CardId | LinkId,
): void => toast({ text: text.t(board.isLockedByFacilitator(thing) ? "canvas.lockedBy" : "canvas.locked") });
