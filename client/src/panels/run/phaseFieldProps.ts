import type { Phase } from "@palabre/shared/terms";
import type { PhaseValues } from "./editAgenda.ts";

/** What a field of a step is given: the step, and where to say what is to change of it. */
export interface PhaseFieldProps {
  readonly phase: Phase;
  /** @param over what was written over, where it was begun before */
  readonly onChange: (values: PhaseValues, over?: PhaseValues) => void;
}
