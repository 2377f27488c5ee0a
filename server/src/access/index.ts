export { createLinks, type Links } from "./links.ts";
export { prepareKey } from "./moveKey.ts";
export {
  createSessions,
  SESSION_MS,
  toVisitor,
  type OpenedSession,
  type Entry,
  type Sessions,
  type TradedSession,
} from "./sessions.ts";
export { openServerKey } from "./serverKey.ts";
export { createSlides, type Slides } from "./slides.ts";
export { createVault, type Vault } from "./vault.ts";
export type { Visitor } from "./visitor.ts";
