import { computeQuartiles, QUARTILE_DEFINITIONS } from "@palabre/shared/analysis/opinion";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const definition = z.enum(QUARTILE_DEFINITIONS);
const value = z.number().nullable();

export const delphi = defineMethod({
  name: "delphi",
  input: z.strictObject({ values: z.array(z.number()), quartileDefinitions: z.array(definition) }),
  expected: z.strictObject({ quartiles: z.partialRecord(definition, z.tuple([value, value, value])) }).partial(),
  compute: ({ values, quartileDefinitions }) => ({
    quartiles: Object.fromEntries(
      quartileDefinitions.map((name) => [name, computeQuartiles(values, name).map((quartile) => quartile ?? null)]),
    ),
  }),
});
