import { readEngagement } from "@palabre/shared/analysis/decision";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const people = z.int().nonnegative();

export const engagement = defineMethod({
  name: "engagement",
  input: z.strictObject({ members: people, proactive: people, reactive: people }),
  expected: z
    .strictObject({
      sizeClass: z.enum(["small", "intermediate", "large", "very-large"]),
      bandsApply: z.boolean(),
      proactivePercent: z.number().nullable(),
      reactivePercent: z.number().nullable(),
      proactiveBelowBand: z.boolean().nullable(),
      reactiveBelowBand: z.boolean().nullable(),
    })
    .partial(),
  compute({ members, proactive, reactive }) {
    const read = readEngagement(members, proactive, reactive);
    return {
      sizeClass: read.sizeClass,
      bandsApply: read.bandsApply,
      proactivePercent: read.proactivePercent ?? null,
      reactivePercent: read.reactivePercent ?? null,
      proactiveBelowBand: read.isProactiveBelowBand ?? null,
      reactiveBelowBand: read.isReactiveBelowBand ?? null,
    };
  },
});
