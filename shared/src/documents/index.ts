export { actSchema, type Act } from "./act.ts";
export { inspectUpdate, type AdmissionRefusal, type Inspection } from "./admission.ts";
export {
  isFreezeDue,
  isRulesChange,
  readAgenda,
  settingAgenda,
  settingEndedAt,
  settingNow,
  type AgendaStand,
} from "./agenda.ts";
export { applyInspected } from "./admissionApply.ts";
export { cutUpdate } from "./admissionParts.ts";
export { recordFacts } from "./changedFacts.ts";
export { readBallotDesk, readBallots, settingBallot, settingBallotDesk } from "./ballots.ts";
export { freezing, freezingByTimer, isFrozenByTimer, locking, muting, readRules } from "./boardRules.ts";
export * from "./cardText.ts";
export { compareBoards } from "./compare.ts";
export { budgeting, isBudgetChange, spotlighting } from "./conducted.ts";
export { damageFound, damageSeen } from "./damage.ts";
export { deciding, isAlarm, nextReviewAt, readDecisions, reopening } from "./decisions.ts";
export * from "./doc.ts";
export { applyEdits, type Edit } from "./edit.ts";
export { startAfresh } from "./epoch.ts";
export { settingDrafts } from "./drafts.ts";
export { fateOf, seenIn } from "./fate.ts";
export { fits } from "./fits.ts";
export { readAlerts, readThemes } from "./heardThemes.ts";
export { DOCUMENT_NAMES, isDocumentName, type DocumentName } from "./layout.ts";
export { doorOpening, waitingAt, type WaitingPerson } from "./door.ts";
export { observeBoard, type BoardChange } from "./observe.ts";
export { observeActs } from "./observeActs.ts";
export * from "./presence.ts";
export { oldestTrash, purgeTrash, trashDue, type Purged } from "./purge.ts";
export { countCards, findMaker, readBoard } from "./read.ts";
export { heldBy, remakeAct, type Seen } from "./remake.ts";
export { removing } from "./removed.ts";
export { restoreEdits } from "./restore.ts";
export { applyServerEdits, type ServerEdit } from "./serverEdit.ts";
export * from "./annotations.ts";
export * from "./state.ts";
export type { StateChange } from "./stateChange.ts";
export { checking, gathering, hidingCursors, loweringAll, raising, readying } from "./together.ts";
export { unheardCards } from "./unheard.ts";
export {
  createUndoHistory,
  inverseOf,
  isWrittenByOthers,
  type Undoable,
  type UndoHistory,
  type UndoResult,
  type Written,
} from "./undo.ts";
export type { TextChange } from "./textDiff.ts";
export { undoPersonEdits, type PersonUndo } from "./undoPerson.ts";
export { factsSeen, unlessChanged, type FactsSeen } from "./unlessChanged.ts";
export { openBoardView, type BoardView } from "./view.ts";
export { voicing } from "./voices.ts";
export { hasBallots } from "./hasBallots.ts";
