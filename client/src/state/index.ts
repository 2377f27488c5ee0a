export { awaitingDraft, type AwaitingDraft } from "./awaitingDraft.ts";
export { boardStateOver, openBoardState, type BoardState, type Topic } from "./boardState.ts";
export {
  type Arranged,
  type Holding,
  type LinkChange,
  type ListedCard,
  type Loose,
  type NewCard,
  type NewLink,
} from "./commands.ts";
export { groupWeightsOf, useGroupWeights, useWeighedSnapshot } from "./groupWeights.ts";
export * from "./hooks.ts";
export { isHere, isUntrashed } from "./isHere.ts";
export { reactionsTo, threadsOn, type Thread } from "./remarks.ts";
export { setView, viewOf, type Box, type View } from "./view.ts";
export {
  NO_DRESS,
  NO_MARKS,
  type Dress,
  type Hypothesis,
  type Mark,
  type Overlay,
  type Panel,
  type Tool,
  type Seal,
} from "./uiState.ts";
/** @public */
export { loadAgenda } from "./loadAgenda.ts";
export { loadDrafting, type Drafting, type DraftOf } from "./loadDrafting.ts";
export { loadVersionState } from "./loadVersionState.ts";
export {
  COMEBACK_MS,
  isConnected,
  isLostByLeaving,
  loadForgetting,
  loadKeptHere,
  loadRestore,
  loadStaleDrafts,
  type Other,
  type SyncStatus,
  type Told,
} from "../sync/index.ts";
export { moveCaret, spliceBetween, type CardText, type TextChange } from "@palabre/shared/documents";
export { NOTICE_LEVELS, noticeSettings, onNotices, setNotices } from "./noticeSettings.ts";
