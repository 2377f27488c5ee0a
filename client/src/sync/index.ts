export { connectBoard, type BoardConnection } from "./connectBoard.ts";
export { type Other, type PresenceChannel } from "./presence.ts";
export { type SyncStatus } from "./status.ts";
