import { AppError } from "@palabre/shared/errors";
import type { ChangeTimer } from "@palabre/shared/protocol";
import { LIMITS, type Phase, type PhaseNow } from "@palabre/shared/terms";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const LONGEST_MS = LIMITS.phaseMinutes * MINUTE_MS;
/** what a timer is lengthened by where nobody says it */
const USUAL_SECONDS = 60;

/** A phase that begins, with its timer running where it has one. */
export const beginPhase = ({ id, minutes }: Phase, at: number): PhaseNow => ({
  phase: id,
  startedAt: at,
  ...(minutes === undefined ? {} : { endsAt: at + Math.round(minutes * MINUTE_MS) }),
});

/**
 * The phase under way once its timer was changed. What was added to a timer that ran out starts it again.
 * @param minutes that the agenda gives the phase
 * @throws AppError `conflict` for pausing what does not run, or resuming what is not paused; `bad-request` for starting without a time
 */
export function changeTimer(
  now: PhaseNow,
  minutes: number | undefined,
  { do: what, seconds }: ChangeTimer,
  at: number,
): PhaseNow {
  const { phase, startedAt, endsAt, left, isTimeUp = false } = now;
  const isRunning = endsAt !== undefined && !isTimeUp && endsAt > at;
  const running = (ms: number): PhaseNow => ({ phase, startedAt, endsAt: at + Math.min(ms, LONGEST_MS) });
  switch (what) {
    case "start": {
      const ms = seconds === undefined ? minutes && Math.round(minutes * MINUTE_MS) : seconds * SECOND_MS;
      if (ms === undefined) throw new AppError("bad-request", "this phase has no minutes: say for how many seconds");
      return running(ms);
    }
    case "pause":
      if (!isRunning) throw new AppError("conflict", "no timer is running by now");
      return { phase, startedAt, left: endsAt - at };
    case "resume":
      if (left === undefined) throw new AppError("conflict", "no timer is paused by now");
      return running(left);
    case "add": {
      const more = (seconds ?? USUAL_SECONDS) * SECOND_MS;
      if (left !== undefined) return { phase, startedAt, left: Math.min(left + more, LONGEST_MS) };
      return running((isRunning ? endsAt - at : 0) + more);
    }
    case "stop":
      return { phase, startedAt };
  }
}

/** Whether the timer has run out and nobody has said so yet. */
export const isTimeDue = ({ endsAt, isTimeUp = false }: PhaseNow, at: number): boolean =>
  endsAt !== undefined && !isTimeUp && endsAt <= at;

/** When the timer runs out; undefined when none runs, or it has been said. */
export const dueAtOf = (now: PhaseNow | undefined): number | undefined =>
  now?.isTimeUp === true ? undefined : now?.endsAt;
