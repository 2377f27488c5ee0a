import { findPortfolios } from "@palabre/shared/analysis/decision";
import { z } from "zod";
import { defineMethod } from "../method.ts";

export const portfolio = defineMethod({
  name: "portfolio",
  input: z
    .strictObject({
      costs: z.array(z.number().nonnegative()),
      values: z.array(z.number()),
      budget: z.number().optional(),
    })
    .refine(({ costs, values }) => costs.length === values.length, "as many values as costs are needed"),
  expected: z
    .strictObject({
      bestValue: z.number(),
      selection: z.array(z.literal([0, 1])),
      frontier: z.array(z.tuple([z.number(), z.number()])),
    })
    .partial(),
  compute({ costs, values, budget }) {
    const options = costs.map((cost, place) => ({ cost, value: values[place] ?? 0 }));
    const { frontier, best } = findPortfolios(options, budget);
    const chosen = best[0];
    return {
      bestValue: chosen?.value ?? null,
      selection: chosen ? costs.map((_, place) => (chosen.options.includes(place) ? 1 : 0)) : null,
      frontier: frontier.map(({ cost, value }) => [cost, value]),
    };
  },
});
