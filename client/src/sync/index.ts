export type { CardsConnection } from "./connectCards.ts";
export { connectBoard, type BoardConnection } from "./connectBoard.ts";
export type { KeptAct } from "./deviceStore.ts";
export { loadForgetting } from "./forgetting.ts";
export { loadStaleDrafts } from "./loadStaleDrafts.ts";
export { loadDraft } from "./loadDraft.ts";
export { type Told, type Waiting } from "./outbox.ts";
export { type Other, type PresenceChannel } from "./presence.ts";
export { isLostByLeaving, type SyncStatus } from "./status.ts";
