import { z } from "zod";

/** One figure: what was measured, over how many rows, and what came out. */
export interface Figure {
  /** one word, so that a line parts at its spaces: `expectation-F1-fr` */
  readonly measure: string;
  /** undefined: this part of the pipeline is not there yet */
  readonly value: number | undefined;
  readonly n: number;
}

/** What can't be measured, and why. */
class UnreadableRows extends Error {}

/** Figures of the rows of one file; undefined when it lacks the columns that this measure asks for. */
export type Measure = (rows: readonly unknown[]) => readonly Figure[] | undefined;

/**
 * A measure of the files that have all of these columns: a file whose first row has them is meant, and then every row must.
 * @throws UnreadableRows naming the first row that doesn't fit
 */
export function defineMeasure<Shape extends z.ZodRawShape>(
  columns: Shape,
  take: (rows: readonly z.infer<z.ZodObject<Shape>>[]) => readonly Figure[],
): Measure {
  const row = z.object(columns);
  const asked = Object.entries(columns).flatMap(([name, schema]) =>
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? [] : [name],
  );
  return (rows) => {
    const first = rows[0];
    if (typeof first !== "object" || first === null || !asked.every((name) => name in first)) return undefined;
    const read = rows.map((value, at) => {
      const parsed = row.safeParse(value);
      if (parsed.success) return parsed.data;
      const issue = parsed.error.issues[0];
      throw new UnreadableRows(`line ${at + 1}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
    });
    return take(read);
  };
}

/** 0 or 1, as people label. */
export const label = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);
