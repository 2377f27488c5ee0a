import type { z } from "zod/mini";

/** What was parsed of each stored value: a document keeps the very object until it is written anew, and most are not. */
const parsed = new WeakMap<z.ZodMiniType, WeakMap<object, { readonly value: unknown }>>();

/** The value that a stored one is by its schema; undefined when it is none. */
export function parseOnce<Value>(schema: z.ZodMiniType<Value>, raw: unknown): Value | undefined {
  if (typeof raw !== "object" || raw === null) return schema.safeParse(raw).data;
  const known = parsed.get(schema) ?? new WeakMap<object, { readonly value: unknown }>();
  parsed.set(schema, known);
  const read = known.get(raw) ?? { value: schema.safeParse(raw).data };
  known.set(raw, read);
  // what stands under a schema was parsed by it
  return read.value as Value | undefined;
}
