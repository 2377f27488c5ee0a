import type { Workshop } from "@palabre/shared/documents";
import type { Phase, PhaseNow } from "@palabre/shared/terms";

/** The present step, where it stands in the agenda, and how its time runs. */
export interface Step {
  readonly phase: Phase;
  readonly now: PhaseNow;
  /** from 1 */
  readonly place: number;
  readonly total: number;
  readonly next: Phase | undefined;
}

/** Undefined before the first step, after the last, and when the step was taken out of the agenda. */
export function stepOf({ agenda, now }: Pick<Workshop, "agenda" | "now">): Step | undefined {
  if (now === undefined) return undefined;
  const at = agenda.phases.findIndex(({ id }) => id === now.phase);
  const phase = agenda.phases[at];
  return phase && { phase, now, place: at + 1, total: agenda.phases.length, next: agenda.phases[at + 1] };
}
