export { takePasted } from "./takePasted.ts";
export { watchDrops } from "./watchDrops.ts";
