import { z } from "zod/mini";

/** What one person contributed, in things: cards and links made, cards of others written in, comments. */
export interface Voice {
  readonly cards: number;
  readonly texts: number;
  readonly links: number;
  readonly comments: number;
}
const count: z.ZodMiniNumber = z.int().check(z.nonnegative());
const voiceSchema: z.ZodMiniType<Voice> = z.object({ cards: count, texts: count, links: count, comments: count });

/** How much that is in all. */
export const contributionsOf = ({ cards, texts, links, comments }: Voice): number => cards + texts + links + comments;

/** What a person contributed since the log of the board begins, and since the phase that is under way began. */
export interface Voices {
  readonly all: Voice;
  /** of the phase that began at `phaseAt`; of none, when that is not the one of now */
  readonly phase: Voice;
  readonly phaseAt?: number | undefined;
}
export const voicesSchema: z.ZodMiniType<Voices> = z.object({
  all: voiceSchema,
  phase: voiceSchema,
  phaseAt: z.optional(z.number()),
});
