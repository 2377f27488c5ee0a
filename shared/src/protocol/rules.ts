import { z } from "zod";
import { LIMITS, thingIdSchema, type ThingId } from "../terms/index.ts";

/** Freezes the board for all but facilitators, or lets it go on; locks things for them, or unlocks them. What is left out stays. */
export interface ChangeRules {
  readonly frozen?: boolean | undefined;
  readonly lock?: { readonly things: readonly ThingId[]; readonly locked: boolean } | undefined;
}
export const changeRulesSchema: z.ZodType<ChangeRules> = z.object({
  frozen: z.boolean().optional(),
  lock: z.object({ things: z.array(thingIdSchema).min(1).max(LIMITS.locksPerRequest), locked: z.boolean() }).optional(),
});

export interface RulesNow {
  readonly frozen: boolean;
  readonly locks: readonly ThingId[];
}
export const rulesNowSchema: z.ZodType<RulesNow> = z.object({ frozen: z.boolean(), locks: z.array(thingIdSchema) });
