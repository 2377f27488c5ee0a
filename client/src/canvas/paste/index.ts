export type { Form } from "./readPasted.ts";
export { takePasted } from "./takePasted.ts";
export { watchDrops } from "./watchDrops.ts";
