import type { z } from "zod";
import type { StateDoc } from "./doc.ts";
import type { DeskMap, WorkshopMap } from "./stateChange.ts";

/** The entries of a map whose keys and values are as they should be; others are passed over. */
export function readEntries<Key, Value>(
  doc: StateDoc,
  map: WorkshopMap | DeskMap,
  keySchema: z.ZodType<Key>,
  schema: z.ZodType<Value>,
): ReadonlyMap<Key, Value> {
  const entries = new Map<Key, Value>();
  for (const [rawKey, raw] of doc.getMap(map).entries()) {
    const key = keySchema.safeParse(rawKey);
    const value = parseOnce(schema, raw);
    if (key.success && value !== undefined) entries.set(key.data, value);
  }
  return entries;
}

/** What was parsed of each stored value: a document keeps the very object until it is written anew, and most are not. */
const parsed = new WeakMap<z.ZodType, WeakMap<object, { readonly value: unknown }>>();

function parseOnce<Value>(schema: z.ZodType<Value>, raw: unknown): Value | undefined {
  if (typeof raw !== "object" || raw === null) return schema.safeParse(raw).data;
  const known = parsed.get(schema) ?? new WeakMap<object, { readonly value: unknown }>();
  parsed.set(schema, known);
  const read = known.get(raw) ?? { value: schema.safeParse(raw).data };
  known.set(raw, read);
  // what stands under a schema was parsed by it
  return read.value as Value | undefined;
}
