export { openHistory, type History } from "./history.ts";
export type { HistoryLimits } from "./limits.ts";
export { whatChanged } from "./whatChanged.ts";
