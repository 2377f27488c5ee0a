export { createListening } from "./createListening.ts";
export { createGuardedFetch } from "./guardedFetch.ts";
export { createGuardedSocket } from "./guardedSocket.ts";
export type { Listening, NewsListener } from "./listening.ts";
