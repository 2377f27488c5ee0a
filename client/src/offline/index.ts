export { keepShellSoon } from "./keepShellSoon.ts";
export { forgetAllOf, forgetBoard, knownBoard, knownBoards, rememberBoard } from "./knownBoards.ts";
export { forgetWaiting, openWaitingDatabase, WAITING } from "./waitingDatabase.ts";
