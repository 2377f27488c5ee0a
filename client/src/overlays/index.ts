export { becauseWords, type Way } from "./becauseWords.ts";
export { effectWords, isUnwanted, stepOfEffect } from "./effectStep.ts";
export { HypothesisSlip } from "./HypothesisSlip.tsx";
export { listOf } from "./listOf.ts";
export { Overlays } from "./Overlays.tsx";
export { offeredReadings, READINGS, type ReadingId } from "./readings.ts";
export { isSameSupposition, isSupposing, suppose, supposedIn, supposeNot } from "./suppose.ts";
export { useReadingSource } from "./useReadingSource.ts";
