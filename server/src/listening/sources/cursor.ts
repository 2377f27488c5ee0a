import type { z } from "zod";

/** A cursor as its kind wrote it. One that can't be read (any more) is none: the source is read from the start, which adds nothing twice. */
export function readCursor<T>(cursor: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(cursor)).data;
  } catch {
    return undefined;
  }
}
