import { AGREEMENT_METRICS, computeAlpha, computeConcordance, concordanceOf } from "@palabre/shared/analysis/opinion";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { matrix } from "../schemas.ts";

const figure = z.number().nullable();

export const kendallW = defineMethod({
  name: "kendall-w",
  input: z.union([
    z.strictObject({ ratings: matrix }),
    z.strictObject({ rankSums: z.array(z.number()), raters: z.int().min(0) }),
  ]),
  expected: z
    .strictObject({
      rankSums: z.array(z.number()),
      s: z.number(),
      w: figure,
      wUncorrected: figure,
      chiSquare: figure,
      df: z.int(),
      p: figure,
    })
    .partial(),
  compute(input) {
    const isRated = "ratings" in input;
    const { rankSums, s, w, wUncorrected, chiSquare, df, p } = isRated
      ? computeConcordance(input.ratings)
      : concordanceOf(input.rankSums, input.raters);
    return {
      rankSums,
      s,
      // how raters tied isn't known from rank sums
      ...(isRated ? { w: w ?? null } : {}),
      wUncorrected: wUncorrected ?? null,
      chiSquare: chiSquare ?? null,
      df,
      p: p ?? null,
    };
  },
});

/** Values may be words where their order doesn't matter. */
const rating = z.union([z.number(), z.string()]).nullable();

export const krippendorff = defineMethod({
  name: "krippendorff",
  input: z.strictObject({ ratings: z.array(z.array(rating)) }),
  expected: z.strictObject({ nominal: figure, ordinal: figure, interval: figure, ratio: figure }).partial(),
  compute({ ratings }) {
    const words = [...new Set(ratings.flat().filter((value) => typeof value === "string"))];
    const coded = ratings.map((row) =>
      row.map((value) => {
        if (value === null) return undefined;
        return words.length > 0 ? words.indexOf(String(value)) : Number(value);
      }),
    );
    return Object.fromEntries(
      AGREEMENT_METRICS.map((metric) => [
        metric,
        words.length > 0 && metric !== "nominal" ? null : (computeAlpha(coded, metric) ?? null),
      ]),
    );
  },
});
