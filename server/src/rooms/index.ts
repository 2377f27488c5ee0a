export type { RoomLimits } from "./limits.ts";
export { createRooms } from "./roomRegistry.ts";
export { AGAIN_MS, type Rooms, type RoomsWatch } from "./rooms.ts";
