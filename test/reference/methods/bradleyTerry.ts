import { fitBradleyTerry, rankByScore } from "@palabre/shared/analysis/voting";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figures, labels, ranking, squareMatrix } from "../schemas.ts";

const wins = squareMatrix.refine(
  (rows) => rows.flat().every((count) => Number.isInteger(count) && count >= 0),
  "wins are no counts",
);

export const bradleyTerry = defineMethod({
  name: "bradley-terry",
  input: z
    .strictObject({ labels, wins })
    .refine((input) => input.wins.length === input.labels.length, "labels and wins differ in number"),
  expected: z
    .strictObject({
      strength: figures.nullable(),
      share: figures.nullable(),
      logAbility: figures.nullable(),
      ranking: ranking.nullable(),
    })
    .partial(),
  shapes: { ranking: "ranking" },
  compute({ labels: names, wins: given }) {
    const fit = fitBradleyTerry(given, { prior: "none" });
    // without a maximum no figure exists
    if (fit === undefined) return { strength: null, share: null, logAbility: null, ranking: null };
    const { strength, logAbility } = fit;
    const byLabel = (figureOf: (index: number) => number) =>
      Object.fromEntries(names.map((name, index) => [name, figureOf(index)]));
    const sum = strength.reduce((total, one) => total + one, 0);
    return {
      strength: byLabel((index) => strength[index] ?? 0),
      share: byLabel((index) => (strength[index] ?? 0) / sum),
      logAbility: byLabel((index) => (logAbility[index] ?? 0) - (logAbility[0] ?? 0)),
      ranking: rankByScore(names, (_, index) => strength[index] ?? 0),
    };
  },
});
