import { countRanked, findKemenyScore, runInstantRunoff } from "@palabre/shared/analysis/voting";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figures, labels, labelSet, ranking } from "../schemas.ts";

const ballots = z
  .array(z.strictObject({ ranking: labels, voters: z.int().min(0) }))
  .refine(
    (all) => all.every((ballot) => ballot.ranking.toSorted().join("\n") === all[0]?.ranking.toSorted().join("\n")),
    "a ballot doesn't list all options",
  );
const table = z.record(z.string(), figures);

/** Rows and columns by label, without the diagonal. */
const toRecord = (options: readonly string[], rows: readonly (readonly number[])[]) =>
  Object.fromEntries(
    options.map((a, row) => [
      a,
      Object.fromEntries(options.flatMap((b, column) => (a === b ? [] : [[b, rows[row]?.[column]]]))),
    ]),
  );

export const voting = defineMethod({
  name: "voting",
  input: z.strictObject({ ballots }),
  expected: z
    .strictObject({
      pairwise: table,
      strongestPaths: table,
      pluralityWinners: labelSet,
      instantRunoffWinners: labelSet,
      condorcetWinner: z.string().nullable(),
      schulzeRanking: ranking,
      schulzeWinners: labelSet,
      rankedPairsRanking: ranking,
      kemenyScore: z.int(),
      borda: figures,
    })
    .partial(),
  shapes: {
    pluralityWinners: "set",
    instantRunoffWinners: "set",
    schulzeRanking: "ranking",
    schulzeWinners: "set",
    rankedPairsRanking: "ranking",
  },
  compute({ ballots: given }) {
    const options = given[0]?.ranking ?? [];
    const papers = given.map(({ ranking: order, voters }) => ({ voters, ranking: order.map((option) => [option]) }));
    const result = countRanked(options, papers);
    return {
      pairwise: toRecord(options, result.pairwise.rows()),
      strongestPaths: toRecord(options, result.strongestPaths.rows()),
      pluralityWinners: result.plurality.winners,
      instantRunoffWinners: runInstantRunoff(options, papers).winners,
      condorcetWinner: result.condorcetWinner ?? null,
      schulzeRanking: result.schulze.ranking,
      schulzeWinners: result.schulze.winners,
      rankedPairsRanking: result.rankedPairs.ranking,
      kemenyScore: findKemenyScore(result.pairwise) ?? null,
      borda: Object.fromEntries(result.borda),
    };
  },
});
