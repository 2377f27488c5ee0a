export { keepShellSoon } from "./keepShellSoon.ts";
export { forgetAllOf, forgetBoard, knownBoard, knownBoards, rememberBoard } from "./knownBoards.ts";
export { lastSeen, readSeen, rememberSeen, writeSeen, type Seen } from "./seen.ts";
export { forgetWaiting, openWaitingDatabase, WAITING } from "./waitingDatabase.ts";
