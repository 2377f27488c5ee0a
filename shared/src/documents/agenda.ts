import { z } from "zod/mini";
import { currentPhase, phaseNowSchema, phaseSchema, type Agenda, type PhaseNow } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import { parseOnce } from "./parseOnce.ts";
import type { StateChange } from "./stateChange.ts";

/**
 * The agenda in `workshop`: `phases` → { revision, phases }, `now` → the phase that is under way, absent before and after; `ended` → { at }, when
 * the last one was ended, absent while none was and once another began (and in documents older than the key).
 */
const MAP = "agenda";
const PHASES = "phases";
const NOW = "now";
const ENDED = "ended";

const NO_AGENDA: Agenda = { revision: 0, phases: [] };
const storedAgendaSchema: z.ZodMiniType<Agenda> = z.object({
  revision: z.int().check(z.nonnegative()),
  phases: z.pipe(
    z.array(z.catch(z.nullable(phaseSchema), null)),
    z.transform((phases) => phases.filter((phase) => phase !== null)),
  ),
});

/** Where a workshop stands in its agenda. */
export interface AgendaStand {
  readonly agenda: Agenda;
  /** undefined before the first phase and after the last */
  readonly now: PhaseNow | undefined;
  /** epoch ms; undefined: the phases are not over */
  readonly endedAt: number | undefined;
}

const endedSchema = z.object({ at: z.number() });

/** Reads all three; a phase that is malformed is left out, what is missing or malformed otherwise is empty. */
export function readAgenda(doc: StateDoc): AgendaStand {
  const entries = doc.getMap(MAP);
  return {
    agenda: parseOnce(storedAgendaSchema, entries.get(PHASES)) ?? NO_AGENDA,
    now: parseOnce(phaseNowSchema, entries.get(NOW)),
    endedAt: parseOnce(endedSchema, entries.get(ENDED))?.at,
  };
}

/** What to write to set the agenda. */
export const settingAgenda = (agenda: Agenda): StateChange => ({ map: MAP, key: PHASES, value: agenda });

/** What to write to begin a phase or to change its timer; undefined ends the workshop. */
export const settingNow = (now: PhaseNow | undefined): StateChange => ({ map: MAP, key: NOW, value: now });

/** What to write when the last phase was ended; undefined: the phases are not over. */
export const settingEndedAt = (endedAt: number | undefined): StateChange => ({
  map: MAP,
  key: ENDED,
  value: endedAt === undefined ? undefined : { at: endedAt },
});

/** Whether what changed of a document, by map, may have changed the rules of the board. */
export const isRulesChange = (changed: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  changed.has("rules") || [PHASES, NOW].some((key) => changed.get(MAP)?.has(key) === true);

/** Whether the board is to be frozen since time is up, and nobody has said so yet. */
export function isFreezeDue(doc: StateDoc, at: number): boolean {
  const { agenda, now } = readAgenda(doc);
  const isUnsaid = now?.endsAt !== undefined && now.endsAt <= at && now.isTimeUp !== true;
  return isUnsaid && currentPhase(agenda, now)?.timeUp === "freeze";
}
