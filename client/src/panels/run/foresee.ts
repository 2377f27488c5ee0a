import type { Phase, PhaseId, PhaseNow } from "@palabre/shared/terms";

const MINUTE_MS = 60_000;

/** When a step begins, as far as can be told. */
export interface Foreseen {
  readonly id: PhaseId;
  /** epoch ms; undefined: it is over, or what comes before has no length */
  readonly at: number | undefined;
  readonly state: "over" | "now" | "coming";
}

/** Which step is under way, if any, and since when they are over, if they are. */
interface Stand {
  readonly now: PhaseNow | undefined;
  readonly endedAt: number | undefined;
}

/**
 * When each step will begin if all take as long as planned from here on. Before the first one, as if it began now; once they
 * are over, nothing comes. After a step without a length nothing can be told; one that takes longer than planned pushes the others on.
 * @param at epoch ms by the server's clock
 */
export function foresee(phases: readonly Phase[], { now, endedAt }: Stand, at: number): readonly Foreseen[] {
  if (endedAt !== undefined) return phases.map(({ id }) => ({ id, at: undefined, state: "over" }));
  const current = now === undefined ? -1 : phases.findIndex(({ id }) => id === now.phase);
  let next: number | undefined = current === -1 ? at : undefined;
  return phases.map(({ id, minutes }, place) => {
    if (place < current) return { id, at: undefined, state: "over" };
    if (place === current && now) {
      next = endOf(now, minutes, at);
      return { id, at: now.startedAt, state: "now" };
    }
    const begins = next;
    next = begins === undefined || minutes === undefined ? undefined : begins + minutes * MINUTE_MS;
    return { id, at: begins, state: "coming" };
  });
}

/** When the present step ends: by its timer, which may have been moved; never in the past. */
function endOf(now: PhaseNow, minutes: Phase["minutes"], at: number): number | undefined {
  if (now.left !== undefined) return at + now.left;
  if (now.endsAt !== undefined) return Math.max(at, now.endsAt);
  return minutes === undefined ? undefined : Math.max(at, now.startedAt + minutes * MINUTE_MS);
}

/** How long all steps take together, and how many say nothing of it. */
export function planned(phases: readonly Phase[]): { readonly minutes: number; readonly open: number } {
  return {
    minutes: phases.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    open: phases.filter(({ minutes }) => minutes === undefined).length,
  };
}
