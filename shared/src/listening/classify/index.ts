export { calibrate, type Calibration, type Calibrations } from "./calibration.ts";
export { readClues, type Clues } from "./clues.ts";
export { BUCKETS } from "./features.ts";
export type { PackedHead, PackedModel } from "./model.ts";
export { mixRules, readExpectation, type ExpectationReading } from "./readExpectation.ts";
export { readSentiment } from "./readSentiment.ts";
export { FEELING_SIGNAL, SIGNAL_COUNT, TEXT_SIGNALS } from "./signals.ts";
export type { Weights } from "./weights.ts";
