import type { PhaseId } from "@palabre/shared/terms";

/** What a section of the panel is given. */
export interface RunSectionProps {
  /** opens a step of the agenda to be written in */
  readonly onEdit: (phase: PhaseId) => void;
}
