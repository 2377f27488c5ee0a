export { type Action, type ActionId } from "./action.ts";
export { actionOf, actions } from "./actions/index.ts";
export { BoardCanvas } from "./BoardCanvas.tsx";
export { keepsItsKeys, writeKey, type Key } from "./keys.ts";
export { isOffered, keyWords, useAction } from "./useActionContext.ts";
export { viewOf } from "./view.ts";
