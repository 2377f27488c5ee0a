import type { Outcome } from "@palabre/shared/terms";
import { CheckIcon, CloseIcon, TimerIcon, type IconDrawing } from "../../ui/index.ts";

/** The picture of an outcome; its word always stands beside it. */
export const OUTCOME_ICONS: Readonly<Record<Outcome, IconDrawing>> = {
  decided: CheckIcon,
  postponed: TimerIcon,
  refused: CloseIcon,
};
