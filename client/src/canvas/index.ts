export { type Action, type ActionId } from "./action.ts";
export { actionOf, actions } from "./actions/index.ts";
export { BoardCanvas } from "./BoardCanvas.tsx";
export { isOffered, keyWords, useAction } from "./useActionContext.ts";
