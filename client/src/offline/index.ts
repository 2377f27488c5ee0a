export { keepShell } from "./keepShell.ts";
export { forgetBoard, knownBoard, knownBoards, rememberBoard } from "./knownBoards.ts";
