import { z } from "zod";
import {
  LIMITS,
  phaseIdSchema,
  phaseNowSchema,
  phaseSchema,
  type Phase,
  type PhaseId,
  type PhaseNow,
} from "../terms/index.ts";

const phases: z.ZodType<readonly Phase[]> = z.array(phaseSchema).max(LIMITS.phasesPerAgenda);

/** Puts an agenda in the place of the one that was read with this revision. */
export interface SetAgenda {
  readonly revision: number;
  readonly phases: readonly Phase[];
}
export const setAgendaSchema: z.ZodType<SetAgenda> = z.object({ revision: z.number().int().nonnegative(), phases });

/** The revision that an agenda has from now on. */
export interface AgendaSet {
  readonly revision: number;
}
export const agendaSetSchema: z.ZodType<AgendaSet> = z.object({ revision: z.number().int() });

/** Goes to a phase, if the one that is under way is still `from`: who presses *next* twice, or together, goes on by one. */
export interface GoToPhase {
  /** null = none is under way */
  readonly from: PhaseId | null;
  /** null = the workshop is over, or not begun */
  readonly to: PhaseId | null;
}
export const goToPhaseSchema: z.ZodType<GoToPhase> = z.object({
  from: phaseIdSchema.nullable(),
  to: phaseIdSchema.nullable(),
});

/** The phase that is under way, with its timer. */
export interface PhaseReply {
  readonly now: PhaseNow | null;
}
export const phaseReplySchema: z.ZodType<PhaseReply> = z.object({ now: phaseNowSchema.nullable() });

/** What facilitators do with the timer of the phase that is under way. */
export interface ChangeTimer {
  readonly do: "start" | "pause" | "resume" | "add" | "stop";
  /** of `start`: instead of the minutes of the phase; of `add`: a minute where nothing is said */
  readonly seconds?: number | undefined;
}
export const changeTimerSchema: z.ZodType<ChangeTimer> = z.object({
  do: z.enum(["start", "pause", "resume", "add", "stop"]),
  seconds: z
    .int()
    .positive()
    .max(LIMITS.phaseMinutes * 60)
    .optional(),
});

/** What the server's clock says, so that who counts down to a moment of it knows how far off its own is. */
export interface ServerTime {
  readonly now: number;
}
export const serverTimeSchema: z.ZodType<ServerTime> = z.object({ now: z.number() });
