export { asAppError } from "./asAppError.ts";
export { PanelHead, PanelTitle, Section } from "./PanelHead.tsx";
export { useAct } from "./useAct.ts";
