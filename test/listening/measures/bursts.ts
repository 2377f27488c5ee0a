import { z } from "zod";
import { defineMeasure, type Measure } from "../measure.ts";

/** How well bursts of mentions are found, against windows that people marked. */
export const bursts: Measure = defineMeasure(
  { counts: z.array(z.number()), windows: z.array(z.tuple([z.unknown(), z.unknown()])) },
  (rows) => [{ measure: "bursts-F1", value: undefined, n: rows.length }],
);
