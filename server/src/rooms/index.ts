export type { RoomLimits } from "./limits.ts";
export { createRooms } from "./roomRegistry.ts";
export type { Rooms, RoomsWatch } from "./rooms.ts";
