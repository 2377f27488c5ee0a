export { inReadingOrder, type Placed } from "./readingOrder.ts";
export { readOutline, type Outline, type OutlineEntry, type OutlineSection, type OutlineTie } from "./readOutline.ts";
export { bringInto, roomIn } from "./roomIn.ts";
