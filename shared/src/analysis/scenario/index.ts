export { createAlone } from "./alone.ts";
export { explainEffect } from "./explainEffect.ts";
export { runFcm, type FcmInput } from "./fcm.ts";
export { runWhatIf, type WhatIf } from "./whatIf.ts";
export { signedStrengths } from "./wires.ts";
