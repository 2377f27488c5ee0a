export { agendaOf, clockReady } from "./agenda.ts";
export { PhaseBar } from "./PhaseBar.tsx";
export { PhaseSlip } from "./PhaseSlip.tsx";
export { clockWords } from "./phaseTime.ts";
export { stepOf, type Step } from "./readPhase.ts";
export { leftWords } from "./stepWords.ts";
export { usePhaseTime } from "./usePhaseTime.ts";
export { useRun } from "./useRun.ts";
export { useServerMinute } from "./useServerMinute.ts";
