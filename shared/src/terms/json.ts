import { z } from "zod";

/** A plain value that survives JSON; what an attribute can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export const jsonSchema: z.ZodType<Json> = z.json();
