export { createAlone } from "./alone.ts";
export { runFcm, type FcmInput } from "./fcm.ts";
export { runWhatIf } from "./whatIf.ts";
export { signedStrengths } from "./wires.ts";
