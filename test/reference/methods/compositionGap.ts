import { readComposition } from "@palabre/shared/analysis/decision";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const figure = z.number().nullable();

export const compositionGap = defineMethod({
  name: "composition-gap",
  input: z
    .strictObject({ counts: z.array(z.number().nonnegative()), targetShares: z.array(z.number().nonnegative()) })
    .refine(({ counts, targetShares }) => counts.length === targetShares.length, "as many shares as counts are needed"),
  expected: z
    .strictObject({
      chiSquare: figure,
      df: z.int(),
      p: figure,
      totalVariation: figure,
      recruits: z.array(z.number()),
      totalAfterRecruiting: figure,
    })
    .partial(),
  compute({ counts, targetShares }) {
    const { chiSquare, df, p, totalVariation, segments, totalAfterRecruiting } = readComposition(counts, targetShares);
    return {
      chiSquare: chiSquare ?? null,
      df,
      p: p ?? null,
      totalVariation: totalVariation ?? null,
      recruits: segments.map(({ recruits }) => recruits),
      totalAfterRecruiting,
    };
  },
});
