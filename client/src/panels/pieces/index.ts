export { asAppError } from "./asAppError.ts";
export { fromDay, toDay } from "./days.ts";
export { PanelHead, PanelTitle, Section } from "./PanelHead.tsx";
export { useSubmit } from "./useSubmit.ts";
export { useAct } from "./useAct.ts";
export { isWebAddress } from "./webAddress.ts";
export { useWidth } from "./useWidth.ts";
export { useNow } from "./useNow.ts";
