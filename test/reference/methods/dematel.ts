import { dematel as compute } from "@palabre/shared/analysis/structure";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figuresOrNull, labels, matrix as rows, squareMatrix } from "../schemas.ts";

const input = z
  .strictObject({
    labels,
    matrix: squareMatrix,
    normalization: z.enum(["max-row-sum", "max-row-or-column-sum"]),
  })
  .refine(({ matrix, labels: names }) => matrix.length === names.length, "as many rows as labels are needed")
  .refine(({ matrix }) => matrix.every((row) => row.every((value) => value >= 0)), "an influence is below 0");

export const dematel = defineMethod({
  name: "dematel",
  input,
  expected: z
    .strictObject({
      totalRelation: rows.nullable(),
      rowSums: figuresOrNull,
      columnSums: figuresOrNull,
      prominence: figuresOrNull,
      relation: figuresOrNull,
      threshold: z.number().nullable(),
    })
    .partial(),
  compute({ labels: names, matrix, normalization }) {
    const found = compute(matrix, normalization);
    const record = (list: readonly number[] | undefined) =>
      Object.fromEntries(names.map((name, index) => [name, list?.[index] ?? null]));
    return {
      totalRelation: found?.totalRelation ?? null,
      rowSums: record(found?.rowSums),
      columnSums: record(found?.columnSums),
      prominence: record(found?.prominence),
      relation: record(found?.relation),
      threshold: found?.threshold ?? null,
    };
  },
});
