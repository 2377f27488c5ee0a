import { z } from "zod/mini";
import { personIdSchema, phaseIdSchema, type PersonId, type PhaseId } from "./ids.ts";

/**
 * The draft of one person in a silent phase, as rooms and stores call it. No address names it: `/sync/<board>/draft` is the draft of
 * whoever asks.
 */
export type DraftName = `draft/${PhaseId}/${PersonId}`;
export const draftNameOf = (phase: PhaseId, person: PersonId): DraftName => `draft/${phase}/${person}`;
/** Whether a document is somebody's draft. */
export const isDraftName = (name: string): name is DraftName => name.startsWith("draft/");

/** Whose draft it is, and of which phase; undefined for another name. */
export function readDraftName(name: string): { readonly phase: PhaseId; readonly person: PersonId } | undefined {
  const [head, phase, person, ...rest] = name.split("/");
  const read = { phase: phaseIdSchema.safeParse(phase).data, person: personIdSchema.safeParse(person).data };
  if (head !== "draft" || rest.length > 0 || read.phase === undefined || read.person === undefined) return undefined;
  return { phase: read.phase, person: read.person };
}

/** What all may know of the drafts of a silent phase: how much waits, and what was promised to those who write. */
export interface WaitingDrafts {
  readonly phase: PhaseId;
  /** how often the drafts of this phase were revealed or thrown away: a copy of an earlier round is of no use any more */
  readonly round: number;
  /** revealed with the names of who wrote them; said before the first one was written, and kept */
  readonly signed: boolean;
  readonly ideas: number;
  /** who have written at least one */
  readonly people: number;
  /** how the last round ended, if anything waited; undefined before its end, and once that is long over */
  readonly ended?: EndedDrafts | undefined;
}
/** What a reveal brought onto the board, and where: left and top, width and height in board px; of drafts that were thrown away no idea. */
export interface EndedDrafts {
  readonly ideas: number;
  readonly box?: readonly [left: number, top: number, width: number, height: number] | undefined;
}
const count = z.int().check(z.nonnegative());
export const waitingDraftsSchema: z.ZodMiniType<WaitingDrafts> = z.object({
  phase: phaseIdSchema,
  round: count,
  signed: z.boolean(),
  ideas: count,
  people: count,
  ended: z.optional(
    z.object({ ideas: count, box: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])) }),
  ),
});
