export { Arranging } from "./Arranging.tsx";
export { arrangingActions } from "./arrangingActions.ts";
export { duplicate } from "./duplicate.ts";
