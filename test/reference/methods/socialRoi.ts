import { socialReturn } from "@palabre/shared/analysis/decision";
import { z } from "zod";
import { defineMethod } from "../method.ts";

export const socialRoi = defineMethod({
  name: "social-roi",
  input: z.strictObject({ items: z.array(z.strictObject({ gain: z.number(), cost: z.number() })) }),
  expected: z.strictObject({ roi: z.array(z.number().nullable()) }).partial(),
  compute: ({ items }) => ({ roi: items.map((item) => socialReturn(item) ?? null) }),
});
