export { takePasted } from "./takePasted.ts";
