import { z } from "zod/mini";
import { LIMITS, thingIdSchema, type ThingId } from "../terms/index.ts";

/** Freezes the board for all but facilitators, or lets it go on; locks things for them, or unlocks them. What is left out stays. */
export interface ChangeRules {
  readonly frozen?: boolean | undefined;
  readonly lock?: { readonly things: readonly ThingId[]; readonly locked: boolean } | undefined;
}
export const changeRulesSchema: z.ZodMiniType<ChangeRules> = z.object({
  frozen: z.optional(z.boolean()),
  lock: z.optional(
    z.object({
      things: z.array(thingIdSchema).check(z.minLength(1), z.maxLength(LIMITS.locksPerRequest)),
      locked: z.boolean(),
    }),
  ),
});

export interface RulesNow {
  readonly frozen: boolean;
  readonly locks: readonly ThingId[];
}
export const rulesNowSchema: z.ZodMiniType<RulesNow> = z.object({ frozen: z.boolean(), locks: z.array(thingIdSchema) });
