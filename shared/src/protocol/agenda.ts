import { z } from "zod/mini";
import {
  LIMITS,
  phaseIdSchema,
  phaseNowSchema,
  phaseSchema,
  type Phase,
  type PhaseId,
  type PhaseNow,
} from "../terms/index.ts";

const phases: z.ZodMiniType<readonly Phase[]> = z.array(phaseSchema).check(z.maxLength(LIMITS.phasesPerAgenda));

/** Puts an agenda in the place of the one that was read with this revision. */
export interface SetAgenda {
  readonly revision: number;
  readonly phases: readonly Phase[];
}
export const setAgendaSchema: z.ZodMiniType<SetAgenda> = z.object({ revision: z.int().check(z.nonnegative()), phases });

/** The revision that an agenda has from now on. */
export interface AgendaSet {
  readonly revision: number;
}
export const agendaSetSchema: z.ZodMiniType<AgendaSet> = z.object({ revision: z.int() });

/** Goes to another phase, if the one that is under way is still `from`: who presses *next* twice, or together, goes on by one. */
export interface GoToPhase {
  /** null = none is under way */
  readonly from: PhaseId | null;
  /** null = the workshop is over, or not begun */
  readonly to: PhaseId | null;
}
export const goToPhaseSchema: z.ZodMiniType<GoToPhase> = z.object({
  from: z.nullable(phaseIdSchema),
  to: z.nullable(phaseIdSchema),
});

/** The phase that is under way, with its timer. */
export interface PhaseReply {
  readonly now: PhaseNow | null;
}
export const phaseReplySchema: z.ZodMiniType<PhaseReply> = z.object({ now: z.nullable(phaseNowSchema) });

/** What facilitators do with the timer of the phase that is under way. */
export interface ChangeTimer {
  readonly do: "start" | "pause" | "resume" | "add" | "stop";
  /** of `start`: instead of the minutes of the phase; of `add`: a minute where nothing is said */
  readonly seconds?: number | undefined;
}
export const changeTimerSchema: z.ZodMiniType<ChangeTimer> = z.object({
  do: z.enum(["start", "pause", "resume", "add", "stop"]),
  seconds: z.optional(z.int().check(z.positive(), z.maximum(LIMITS.phaseMinutes * 60))),
});

/** What the server's clock says, so that who counts down to a moment of it knows how far off its own is. */
export interface ServerTime {
  readonly now: number;
}
export const serverTimeSchema: z.ZodMiniType<ServerTime> = z.object({ now: z.number() });
