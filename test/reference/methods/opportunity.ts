import { computeOpportunity } from "@palabre/shared/analysis/opinion";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const score = z.number().min(0).max(10);

export const opportunity = defineMethod({
  name: "opportunity",
  input: z.strictObject({ items: z.array(z.strictObject({ importance: score, satisfaction: score })) }),
  expected: z.strictObject({ opportunity: z.array(z.number()) }).partial(),
  compute: ({ items }) => ({
    opportunity: items.map(({ importance, satisfaction }) => computeOpportunity(importance, satisfaction)),
  }),
});
