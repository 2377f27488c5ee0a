export { createPocket, type Pocket } from "./pocket.ts";
export type { PocketStream } from "./streams.ts";
