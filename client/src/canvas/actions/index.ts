import type { Action, ActionId } from "../action.ts";
import { cardActions } from "./cards.ts";
import { facilitationActions } from "./facilitation.ts";
import { historyActions } from "./history.ts";
import { linkActions } from "./links.ts";
import { moveActions } from "./moves.ts";
import { toolActions } from "./tools.ts";
import { zoomActions } from "./zoom.ts";

/** All that can be done on a canvas, in the order in which a sheet of shortcuts lists it. */
export const actions: readonly Action[] = [
  ...toolActions,
  ...cardActions,
  ...linkActions,
  ...moveActions,
  ...historyActions,
  ...facilitationActions,
  ...zoomActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));
export function actionOf(id: ActionId): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}: add it to one of the files of actions/`);
  return action;
}
