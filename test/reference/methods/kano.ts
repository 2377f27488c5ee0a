import { classifyKano, computeKano, KANO_ANSWERS, KANO_CATEGORIES } from "@palabre/shared/analysis/opinion";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const answer = z.enum(KANO_ANSWERS);
const category = z.enum(KANO_CATEGORIES);
const count = z.int().min(0);
const counts = z.strictObject({ M: count, O: count, A: count, I: count, R: count, Q: count });
const letters = z.string().regex(/^[MOAIRQ]*$/);
const records = z.record(z.string(), z.number().nullable());

export const kano = defineMethod({
  name: "kano",
  input: z.strictObject({
    answers: z.array(z.tuple([answer, answer])).optional(),
    counts: z.record(z.string(), counts).optional(),
    equalWithin: z.number().default(5),
  }),
  expected: z
    .strictObject({
      categories: z.array(category),
      category: z.record(z.string(), letters.nullable()),
      categoryByRule: z.record(z.string(), category.nullable()),
      totalStrength: records,
      categoryStrength: records,
      better: records,
      worse: records,
      fongDifference: records,
      fongLimit: records,
      fongSignificant: z.record(z.string(), z.boolean().nullable()),
    })
    .partial(),
  compute({ answers = [], counts: given = {}, equalWithin }) {
    const figures = Object.entries(given).map(
      ([attribute, own]) => [attribute, computeKano(own, equalWithin)] as const,
    );
    const each = <T>(figureOf: (figure: ReturnType<typeof computeKano>) => T | undefined) =>
      Object.fromEntries(figures.map(([attribute, figure]) => [attribute, figureOf(figure) ?? null]));
    return {
      categories: answers.map(([functional, dysfunctional]) => classifyKano(functional, dysfunctional)),
      category: each(({ categories }) => (categories.length === 0 ? undefined : categories.join(""))),
      categoryByRule: each(({ byRule }) => byRule),
      totalStrength: each(({ totalStrength }) => totalStrength),
      categoryStrength: each(({ categoryStrength }) => categoryStrength),
      better: each(({ better }) => better),
      worse: each(({ worse }) => worse),
      fongDifference: each(({ difference }) => difference),
      fongLimit: each(({ limit }) => limit),
      fongSignificant: each(({ isSettled }) => isSettled),
    };
  },
});
