import { z } from "zod/mini";
import { LIMITS } from "./limits.ts";

/** A plain value that survives JSON; what an attribute can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Plain all the way down, and not too deep: a stranger's nesting must not exhaust the stack. */
function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((item) => isJson(item, depth - 1))
  );
}
export const jsonSchema: z.ZodMiniType<Json> = z.custom<Json>((value) => isJson(value, LIMITS.attributeDepth));
