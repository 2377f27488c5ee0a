export { createListening } from "./createListening.ts";
export { createGuardedFetch, type GuardedFetch } from "./guardedFetch.ts";
export { createGuardedSocket } from "./guardedSocket.ts";
export { readAsked } from "./readAsked.ts";
export type { Listening, NewsListener } from "./listening.ts";
