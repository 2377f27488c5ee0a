import type { Action, ActionId } from "../action.ts";
import { cardActions } from "./cards.ts";
import { facilitationActions } from "./facilitation.ts";
import { historyActions } from "./history.ts";
import { linkActions } from "./links.ts";
import { drawingActions } from "./drawing.ts";
import { mediaActions } from "./media.ts";
import { remarkActions } from "./remarks.ts";
import { moveActions } from "./moves.ts";
import { pageActions } from "./page.ts";
import { toolActions } from "./tools.ts";
import { zoomActions } from "./zoom.ts";

const known: Action[] = [
  ...cardActions,
  ...remarkActions,
  ...mediaActions,
  ...drawingActions,
  ...toolActions,
  ...linkActions,
  ...moveActions,
  ...historyActions,
  ...facilitationActions,
  ...zoomActions,
  ...pageActions,
];

/**
 * All that can be done on a canvas: the one list that keys, menus, bars and the sheet of shortcuts are made of, each in this
 * order. What is fetched once the board is seen comes to it then.
 */
export const actions: readonly Action[] = known;
export function addActions(fetched: readonly Action[]): void {
  for (const action of fetched) {
    if (byId.has(action.id)) continue;
    known.push(action);
    byId.set(action.id, action);
  }
}

const byId = new Map(known.map((action) => [action.id, action]));
export function actionOf(id: ActionId): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id} in actions/`);
  return action;
}
