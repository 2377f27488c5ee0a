import { readCriteria } from "@palabre/shared/analysis/decision";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figures, labels, labelSet } from "../schemas.ts";

export const robustChoice = defineMethod({
  name: "robust-choice",
  input: z
    .strictObject({
      states: labels,
      payoffs: z.record(z.string(), z.array(z.number())),
      hurwiczAlpha: z.number(),
      probabilities: z.array(z.number()),
    })
    .refine(
      ({ states, payoffs, probabilities }) =>
        [probabilities, ...Object.values(payoffs)].every((list) => list.length === states.length),
      "a list has more or fewer figures than there are states",
    ),
  expected: z
    .strictObject({
      maximax: labelSet,
      maximin: labelSet,
      minimaxRegret: labelSet,
      maxRegret: figures,
      hurwicz: figures,
      laplace: figures,
      expectedValue: figures,
      evpi: z.number(),
    })
    .partial(),
  shapes: { maximax: "set", maximin: "set", minimaxRegret: "set" },
  compute({ payoffs, hurwiczAlpha, probabilities }) {
    const { maxRegret, hurwicz, laplace, expectedValue, ...rest } = readCriteria({
      payoffs: new Map(Object.entries(payoffs)),
      hurwiczAlpha,
      probabilities,
    });
    return {
      ...rest,
      maxRegret: Object.fromEntries(maxRegret),
      hurwicz: Object.fromEntries(hurwicz),
      laplace: Object.fromEntries(laplace),
      expectedValue: Object.fromEntries(expectedValue),
    };
  },
});
