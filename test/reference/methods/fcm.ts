import { runFcm } from "@palabre/shared/analysis/scenario";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figures, labels, squareMatrix } from "../schemas.ts";

const scenario = z.strictObject({
  name: z.string(),
  start: z.enum(["initial", "baseline"]),
  clamp: figures.optional(),
  impact: figures.optional(),
});
const input = z
  .strictObject({
    labels,
    weights: squareMatrix,
    initial: z.array(z.number()),
    rule: z.enum(["kosko", "modified-kosko", "rescaled"]),
    transfer: z.enum(["sigmoid", "tanh"]),
    lambda: z.number().positive(),
    threshold: z.number().optional(),
    maxSteps: z.int().nonnegative().optional(),
    clamp: figures.optional(),
    scenarios: z.array(scenario).optional(),
  })
  .refine((map) => map.weights.length === map.labels.length, "as many rows as labels are needed")
  .refine((map) => map.initial.length === map.labels.length, "as many starts as labels are needed")
  .refine(
    (map) =>
      [map.clamp, ...(map.scenarios ?? []).flatMap((one) => [one.clamp, one.impact])]
        .flatMap((record) => Object.keys(record ?? {}))
        .every((label) => map.labels.includes(label)),
    "a concept is held or pushed that has no label",
  )
  .refine((map) => {
    const names = (map.scenarios ?? []).map(({ name }) => name);
    return new Set(names).size === names.length;
  }, "two scenarios have one name");

export const fcm = defineMethod({
  name: "fcm",
  input,
  expected: z
    .strictObject({
      trajectory: z.array(z.array(z.number())),
      steps: z.int(),
      finalState: figures,
      scenarios: z.record(
        z.string(),
        z.strictObject({ finalState: figures, difference: figures, steps: z.int() }).partial(),
      ),
    })
    .partial(),
  compute(map) {
    const { trajectory, steps, finalState, scenarios } = runFcm(map);
    return {
      trajectory,
      steps,
      finalState: Object.fromEntries(finalState),
      scenarios: Object.fromEntries(
        [...scenarios].map(([name, run]) => [
          name,
          {
            finalState: Object.fromEntries(run.finalState),
            difference: Object.fromEntries(run.difference),
            steps: run.steps,
          },
        ]),
      ),
    };
  },
});
