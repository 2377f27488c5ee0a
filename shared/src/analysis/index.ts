export { affectedBy, type BoardFact } from "./affectedBy.ts";
export { annotate, isMeasured } from "./annotate.ts";
export type { Heard } from "./evidence.ts";
export { periodOf } from "./period.ts";
