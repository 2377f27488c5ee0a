import { judgeByMajority, writeMajorityValue } from "@palabre/shared/analysis/voting";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figures, labels, labelSet, ranking } from "../schemas.ts";

const numbers = z.record(z.string(), z.number().min(0));

const input = z
  .strictObject({
    scale: labels,
    tallies: z.record(z.string(), numbers),
    ungraded: numbers.optional(),
    tieBreak: z.enum(["removal", "gauge"]),
  })
  .refine(
    ({ scale, tallies }) =>
      Object.values(tallies).every((tally) => Object.keys(tally).every((grade) => scale.includes(grade))),
    "a grade is not in the scale",
  )
  .refine(
    ({ tallies, ungraded = {} }) => Object.keys(ungraded).every((option) => Object.hasOwn(tallies, option)),
    "ungraded names what is no option",
  );

export const majorityJudgment = defineMethod({
  name: "majority-judgment",
  input,
  expected: z
    .strictObject({
      majorityValue: z.record(z.string(), z.array(z.string())),
      majorityGrade: z.record(z.string(), z.string().nullable()),
      gaugeAbove: figures,
      gaugeBelow: figures,
      gaugeSign: z.record(z.string(), z.enum(["+", "-"])),
      ranking,
      winners: labelSet,
    })
    .partial(),
  shapes: { ranking: "ranking", winners: "set" },
  compute({ scale, tallies, ungraded = {}, tieBreak }) {
    const result = judgeByMajority({
      scale,
      tieBreak,
      tallies: new Map(Object.entries(tallies).map(([option, tally]) => [option, new Map(Object.entries(tally))])),
      ungraded: new Map(Object.entries(ungraded)),
    });
    const judged = [...result.options];
    return {
      majorityValue: Object.fromEntries(
        judged.map(([option, judgment]) => [
          option,
          // shares, and more grades than anyone would print, are not written out
          writeMajorityValue(judgment.numbers)?.map((grade) => scale[grade]) ?? null,
        ]),
      ),
      majorityGrade: Object.fromEntries(judged.map(([option, { grade }]) => [option, grade ?? null])),
      gaugeAbove: Object.fromEntries(judged.map(([option, { above }]) => [option, above])),
      gaugeBelow: Object.fromEntries(judged.map(([option, { below }]) => [option, below])),
      gaugeSign: Object.fromEntries(judged.map(([option, { sign }]) => [option, sign])),
      ranking: result.ranking,
      winners: result.winners,
    };
  },
});
