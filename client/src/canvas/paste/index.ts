export type { Form } from "./readPasted.ts";
export { takeFiles } from "./takeFiles.ts";
export { takePasted } from "./takePasted.ts";
export { watchDrops } from "./watchDrops.ts";
