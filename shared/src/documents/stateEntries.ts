import type { z } from "zod/mini";
import type { StateDoc } from "./doc.ts";
import { parseOnce } from "./parseOnce.ts";
import type { DeskMap, WorkshopMap } from "./stateChange.ts";

/** The entries of a map whose keys and values are as they should be; others are passed over. */
export function readEntries<Key, Value>(
  doc: StateDoc,
  map: WorkshopMap | DeskMap,
  keySchema: z.ZodMiniType<Key>,
  schema: z.ZodMiniType<Value>,
): ReadonlyMap<Key, Value> {
  const entries = new Map<Key, Value>();
  for (const [rawKey, raw] of doc.getMap(map).entries()) {
    const key = keySchema.safeParse(rawKey);
    const value = parseOnce(schema, raw);
    if (key.success && value !== undefined) entries.set(key.data, value);
  }
  return entries;
}
