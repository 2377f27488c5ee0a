import { readSentiment } from "@palabre/shared/listening/classify";
import { z } from "zod";
import { defineMeasure, type Measure } from "../measure.ts";
import { groupBy, macroF1, pearson } from "../scores.ts";

/** Negative, neutral, positive: the mean F1 of the three, per language; *unsure* counts as what is likeliest. */
export const sentiment: Measure = defineMeasure(
  { text: z.string(), lang: z.string().default(""), sentiment: z.enum(["negative", "neutral", "positive"]) },
  (rows) =>
    groupBy(rows, ({ lang }) => lang).map(([lang, group]) => ({
      measure: `sentiment-macro-F1-${lang}`,
      value: macroF1(group.map((row) => ({ said: readSentiment(row.text, row.lang).leansTo, so: row.sentiment }))),
      n: group.length,
    })),
);

/** How the score goes with what people rated, per kind of source. */
export const score: Measure = defineMeasure(
  { text: z.string(), lang: z.string().default(""), source: z.string().default("all"), score: z.number() },
  (rows) =>
    groupBy(rows, ({ source }) => source).map(([source, group]) => ({
      measure: `pearson-${source}`,
      value: pearson(group.map((row) => [readSentiment(row.text, row.lang).score, row.score] as const)),
      n: group.length,
    })),
);
