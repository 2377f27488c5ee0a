export { keepShellSoon } from "./keepShellSoon.ts";
export { forgetBoard, knownBoard, knownBoards, rememberBoard } from "./knownBoards.ts";
