import type { AgendaStand } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import type { GoToPhase } from "@palabre/shared/protocol";
import type { Phase } from "@palabre/shared/terms";

/** Where a way leads. */
export interface JudgedWay {
  /** undefined: none is under way any more */
  readonly phase: Phase | undefined;
  /** the phases are over with it; who goes back before the first has begun nothing yet */
  readonly isOver: boolean;
}

/**
 * Whether one can go that way, from where the workshop stands.
 * @throws AppError `conflict` when it stands elsewhere; `bad-request` when there is no such phase
 */
export function judgeWay({ agenda, now }: AgendaStand, { from, to }: GoToPhase): JudgedWay {
  // who is where they wanted to go does not begin it again: its time and its votes are everybody's
  if ((now?.phase ?? null) !== from || from === to)
    throw new AppError("conflict", "another phase is under way by now: look where the workshop is");
  const phase = agenda.phases.find(({ id }) => id === to);
  if (to !== null && !phase)
    throw new AppError("bad-request", "the agenda has no such phase: it may have been taken out");
  const first = agenda.phases[0];
  return { phase, isOver: to === null && (from !== first?.id || agenda.phases.length === 1) };
}
