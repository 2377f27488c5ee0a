import { z } from "zod/mini";
import { cardIdSchema, linkIdSchema, type CardId, type LinkId } from "./ids.ts";
import { LIMITS } from "./limits.ts";

/** What a loop does to whoever is in it: it holds itself up, or it holds itself back. */
export const LOOP_KINDS = ["reinforcing", "balancing"] as const;
export type LoopKind = (typeof LOOP_KINDS)[number];

/** What the group talks of: these things stay as they are, all others step back. */
export interface SpotlitThings {
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
  /** set when they are a loop */
  readonly loop?: LoopKind | undefined;
}
const spotlitThings = {
  cards: z.array(cardIdSchema).check(z.maxLength(LIMITS.spotlitThings)),
  links: z.array(linkIdSchema).check(z.maxLength(LIMITS.spotlitThings)),
  loop: z.optional(z.enum(LOOP_KINDS)),
};
export const spotlitThingsSchema: z.ZodMiniType<SpotlitThings> = z.object(spotlitThings);

/** What is shown to everybody. Things that are gone may be among them. */
export interface Spotlight extends SpotlitThings {
  /** when it was turned on: the same things shown again are news */
  readonly at: number;
}
export const spotlightSchema: z.ZodMiniType<Spotlight> = z.object({ ...spotlitThings, at: z.number() });
