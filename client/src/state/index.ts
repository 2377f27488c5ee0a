export { boardStateOver, openBoardState, type BoardState, type Topic } from "./boardState.ts";
export { type ListedCard, type NewCard, type NewLink } from "./commands.ts";
export * from "./hooks.ts";
export { type Panel, type PostFilter, type Tool } from "./uiState.ts";
export {
  isLostByLeaving,
  loadForgetting,
  type Other,
  type SyncStatus,
  type Told,
  type Waiting,
} from "../sync/index.ts";
export { moveCaret, spliceBetween, type CardText, type TextChange } from "@palabre/shared/documents";
