export { takePasted, type Form } from "./takePasted.ts";
export { watchDrops } from "./watchDrops.ts";
