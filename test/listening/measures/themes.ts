import { z } from "zod";
import { defineMeasure, type Measure } from "../measure.ts";

/** How well posts of one theme come together: within each `set` where there are sets, and across languages. */
export const themes: Measure = defineMeasure({ text: z.string(), theme: z.string() }, (rows) => [
  { measure: "themes-pair-F1", value: undefined, n: rows.length },
  { measure: "themes-ARI", value: undefined, n: rows.length },
]);
