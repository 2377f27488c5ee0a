/** What the inputs and answers of several methods are made of. */
import { z } from "zod";

const isDistinct = (texts: readonly string[]) => new Set(texts).size === texts.length;

/** Texts in a fixed order, each once. */
export const labels = z.array(z.string()).refine(isDistinct, "a label stands twice");
/** From label to number. */
export const figures = z.record(z.string(), z.number());
/** The same, where a figure may be undefined for the input: `null`. */
export const figuresOrNull = z.record(z.string(), z.number().nullable());
/** A list of texts in any order, each once. */
export const labelSet = z.array(z.string()).refine(isDistinct, "a label stands twice");
/** Places, best first; who tie share one. */
export const ranking = z.array(labelSet.min(1));
/** Rows of numbers, as many in each. */
export const matrix = z
  .array(z.array(z.number()))
  .refine((rows) => rows.every((row) => row.length === rows[0]?.length), "the rows differ in length");
/** As many rows as columns. */
export const squareMatrix = matrix.refine(
  (rows) => rows.every((row) => row.length === rows.length),
  "it is not square",
);
