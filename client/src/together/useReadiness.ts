import { useOthers, useWorkshop, useBoard } from "../state/index.ts";

/** How the question whether all are ready stands: of the participants who are here. */
export interface Readiness {
  readonly at: number;
  readonly ready: number;
  readonly asked: number;
  readonly amReady: boolean;
}

/** Undefined while nobody asks. */
export function useReadiness(): Readiness | undefined {
  const { me } = useBoard();
  const { readyCheck } = useWorkshop().together;
  const others = useOthers();
  if (!readyCheck) return undefined;
  const asked = new Set(
    [...others.map(({ presence }) => presence.user), me].flatMap(({ person, role }) =>
      role === "participant" ? [person] : [],
    ),
  );
  const ready = [...asked].filter((person) => readyCheck.ready.has(person)).length;
  return { at: readyCheck.at, ready, asked: asked.size, amReady: readyCheck.ready.has(me.person) };
}
