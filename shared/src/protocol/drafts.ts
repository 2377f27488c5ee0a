import { z } from "zod/mini";
import { phaseIdSchema, type PhaseId } from "../terms/index.ts";

/** The drafts of a silent phase, as they were seen: in another round than this they are others. */
export interface OfDrafts {
  readonly phase: PhaseId;
  readonly round: number;
}
export const ofDraftsSchema: z.ZodMiniType<OfDrafts> = z.object({
  phase: phaseIdSchema,
  round: z.int().check(z.nonnegative()),
});

/** What came of revealing drafts. */
export interface Revealed {
  /** how many are on the board now; 0 when they were revealed or thrown away before */
  readonly ideas: number;
  /** how many the board had no room for: they wait in the drafts, for the next round */
  readonly left: number;
}
export const revealedSchema: z.ZodMiniType<Revealed> = z.object({ ideas: z.int(), left: z.int() });
