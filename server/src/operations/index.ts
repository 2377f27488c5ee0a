export { backUp, restore } from "./backup.ts";
export { createFigures } from "./createFigures.ts";
export type { Figures } from "./figures.ts";
export { openWatch, type Watch } from "./watch.ts";
