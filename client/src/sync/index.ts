import type { BoardId } from "@palabre/shared/terms";

export { connectBoard, type BoardConnection } from "./connectBoard.ts";
/** What removes all that this device keeps of a board; fetched before it is needed. */
export const loadForgetting = async (): Promise<(board: BoardId) => Promise<void>> =>
  (await import("./indexedStore.ts")).forgetKept;
export { type Told, type Waiting } from "./outbox.ts";
export { type Other, type PresenceChannel } from "./presence.ts";
export { isLostByLeaving, type SyncStatus } from "./status.ts";
