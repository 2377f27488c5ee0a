export { RestoreDialog } from "./RestoreDialog.tsx";
export { UndoPersonDialog } from "./UndoPersonDialog.tsx";
