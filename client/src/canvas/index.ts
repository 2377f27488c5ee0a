export { type ActionId } from "./action.ts";
export { actionOf, actions } from "./actions/index.ts";
export { BoardCanvas } from "./BoardCanvas.tsx";
export { boundsOf, boxOf } from "./box.ts";
export { loadActions } from "./loadActions.ts";
export { isOffered, keyWords, runAction, useAction, useActionContext } from "./useActionContext.ts";
export { ACTION_ICONS } from "./actionIcons.ts";
