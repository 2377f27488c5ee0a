import { z } from "zod/mini";
import { AppError } from "../errors.ts";
import { LIMITS, newPhaseId, phaseSchema, type CardId, type Phase } from "../terms/index.ts";

/** A phase in a file: without its id, and what it looks at by its title, so that it means something on any board. */
export interface PhaseInFile {
  readonly look?: string | undefined;
  readonly [fact: string]: unknown;
}
/** An agenda as a file, to be kept, handed on, and opened on another board. */
export interface AgendaFile {
  readonly palabre: "agenda";
  readonly version: 1;
  readonly phases: readonly PhaseInFile[];
}
export const agendaFileSchema: z.ZodMiniType<AgendaFile> = z.object({
  palabre: z.literal("agenda"),
  version: z.literal(1),
  phases: z.array(z.looseObject({ look: z.optional(z.string()) })).check(z.maxLength(LIMITS.phasesPerAgenda)),
});

/** @param titleOf the title of a card of the board; undefined for one that is gone, which is then left out */
export const toAgendaFile = (phases: readonly Phase[], titleOf: (look: CardId) => string | undefined): AgendaFile => ({
  palabre: "agenda",
  version: 1,
  phases: phases.map((phase) => {
    const { id: _, look, ...facts } = phase;
    const title = look === undefined ? undefined : titleOf(look);
    return title === undefined || title === "" ? facts : { ...facts, look: title };
  }),
});

/**
 * The phases of a file, under ids of their own.
 * @param find a card of the board by its title
 * @throws AppError `not-an-agenda`, with the number of the phase that is not as it must be, where it is one
 */
export function fromAgendaFile(file: unknown, find: (title: string) => CardId | undefined): readonly Phase[] {
  const read = agendaFileSchema.safeParse(file);
  if (!read.success) throw new AppError("not-an-agenda", "the file is no agenda of Palabre");
  return read.data.phases.map(({ look, ...facts }, index) => {
    const phase = phaseSchema.safeParse({
      ...facts,
      id: newPhaseId(),
      look: look === undefined ? undefined : find(look),
    });
    if (phase.success) return phase.data;
    throw new AppError("not-an-agenda", `phase ${index + 1} of the file is not as a phase must be`, {
      details: { phase: index + 1 },
    });
  });
}
