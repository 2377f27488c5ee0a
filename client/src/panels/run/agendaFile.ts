import {
  isTrashed,
  LIMITS,
  newPhaseId,
  phaseSchema,
  titleOf,
  type BoardSnapshot,
  type CardId,
  type Phase,
} from "@palabre/shared/terms";
import { agendaFileSchema, toAgendaFile } from "@palabre/shared/protocol";

/** What of a file is wrong: a field of a step, or the file as a whole. */
export interface FileFault {
  /** of the step, from 1; undefined: the file */
  readonly place: number | undefined;
  readonly field: (typeof FIELDS)[number] | "json" | "kind" | "steps";
}
const FIELDS = [
  "title",
  "instruction",
  "minutes",
  "timeUp",
  "may",
  "look",
  "writing",
  "signed",
  "fewTools",
  "ballot",
] as const;

/** The steps of a file, under ids of their own; or all that is wrong with it, and no step. */
export function readAgendaFile(
  text: string,
  board: BoardSnapshot,
): { readonly phases: readonly Phase[]; readonly faults: readonly FileFault[] } {
  const wrong = (...faults: readonly FileFault[]) => ({ phases: [], faults });
  const json = parseJson(text);
  if (json === undefined) return wrong({ place: undefined, field: "json" });
  const file = agendaFileSchema.safeParse(json);
  if (!file.success) return wrong({ place: undefined, field: isTooLong(json) ? "steps" : "kind" });
  const byTitle = new Map(
    [...board.cards.values()].filter((card) => !isTrashed(card)).map((card) => [titleOf(card), card.id]),
  );
  const read = file.data.phases.map(({ look, ...facts }) =>
    phaseSchema.safeParse({ ...facts, id: newPhaseId(), look: look === undefined ? undefined : byTitle.get(look) }),
  );
  const faults = read.flatMap(({ error }, i) =>
    [...new Set(error?.issues.map(({ path }) => String(path[0])))].map((name) => ({
      place: i + 1,
      field: FIELDS.find((field) => field === name) ?? ("kind" as const),
    })),
  );
  return { phases: faults.length > 0 ? [] : read.flatMap(({ data }) => (data ? [data] : [])), faults };
}

/** @param titleOfCard "" for a card that is gone */
export const writeAgendaFile = (phases: readonly Phase[], titleOfCard: (card: CardId) => string): string =>
  `${JSON.stringify(toAgendaFile(phases, titleOfCard), undefined, 2)}\n`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // what is no JSON is told as that
    return undefined;
  }
}

const isTooLong = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "phases" in json &&
  Array.isArray(json.phases) &&
  json.phases.length > LIMITS.phasesPerAgenda;
