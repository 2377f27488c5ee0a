import { classesOf, meanOf, micmac as compute, rankByValue, sharesOf } from "@palabre/shared/analysis/structure";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figuresOrNull, labels, ranking, squareMatrix } from "../schemas.ts";

const input = z
  .strictObject({ labels, matrix: squareMatrix, maxPower: z.int().positive() })
  .refine(({ matrix, labels: names }) => matrix.length === names.length, "as many rows as labels are needed")
  .refine(({ matrix }) => matrix.every((row) => row.every((value) => value >= 0)), "an influence is below 0")
  .refine(({ matrix }) => matrix.every((row, index) => row[index] === 0), "the diagonal is not 0");
const classes = z.record(z.string(), z.enum(["driver", "relay", "dependent", "autonomous"]));

export const micmac = defineMethod({
  name: "micmac",
  input,
  expected: z
    .strictObject({
      directInfluence: figuresOrNull,
      directDependence: figuresOrNull,
      meanInfluence: z.number(),
      meanDependence: z.number(),
      directClasses: classes,
      powers: z.record(z.string(), z.strictObject({ influence: figuresOrNull, dependence: figuresOrNull }).partial()),
      lastNonZeroPower: z.int(),
      indirectInfluenceRanking: ranking,
      indirectDependenceRanking: ranking,
      influenceStableFromPower: z.int(),
      cumulatedInfluence: figuresOrNull,
      cumulatedDependence: figuresOrNull,
      cumulatedInfluenceShare: figuresOrNull,
      cumulatedDependenceShare: figuresOrNull,
      cumulatedClasses: classes,
    })
    .partial(),
  shapes: { indirectInfluenceRanking: "ranking", indirectDependenceRanking: "ranking" },
  compute({ labels: names, matrix, maxPower }) {
    const found = compute(matrix, maxPower);
    const { influence, dependence, powers, cumulated } = found;
    const record = <Value>(list: readonly Value[] | undefined) =>
      Object.fromEntries(names.map((name, index) => [name, list?.[index] ?? null]));
    const placesOf = (values: readonly number[] = []) =>
      rankByValue(values).map((place) => place.map((index) => names[index]));
    return {
      directInfluence: record(influence),
      directDependence: record(dependence),
      meanInfluence: meanOf(influence),
      meanDependence: meanOf(dependence),
      directClasses: record(classesOf(found)),
      powers: Object.fromEntries(
        powers.map((sums, index) => [
          String(index + 1),
          { influence: record(sums.influence), dependence: record(sums.dependence) },
        ]),
      ),
      lastNonZeroPower: found.lastNonZeroPower,
      indirectInfluenceRanking: placesOf(powers.at(-1)?.influence),
      indirectDependenceRanking: placesOf(powers.at(-1)?.dependence),
      influenceStableFromPower: found.influenceStableFromPower,
      cumulatedInfluence: record(cumulated.influence),
      cumulatedDependence: record(cumulated.dependence),
      cumulatedInfluenceShare: record(sharesOf(cumulated.influence)),
      cumulatedDependenceShare: record(sharesOf(cumulated.dependence)),
      cumulatedClasses: record(classesOf(cumulated)),
    };
  },
});
