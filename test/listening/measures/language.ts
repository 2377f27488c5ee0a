import { z } from "zod";
import { defineMeasure, type Measure } from "../measure.ts";

/** How often the language of a text is found. */
export const language: Measure = defineMeasure({ text: z.string(), lang: z.string() }, (rows) => [
  { measure: "language-accuracy", value: undefined, n: rows.length },
]);
