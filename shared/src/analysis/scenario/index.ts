export { runFcm, type FcmInput } from "./fcm.ts";
export { runWhatIf } from "./whatIf.ts";
