import type { ErrorCode } from "@palabre/shared/errors";
import { z } from "zod";

/** One route as its users see it: from this the API's description is made, and by this the mounted routes are checked. */
export interface RouteDescription {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** as Hono has it: `/api/boards/:id` */
  readonly path: string;
  readonly summary: string;
  /** whose session it asks for; the operator has a key in its place */
  readonly access: "anyone" | "device" | "person" | "facilitator" | "operator";
  readonly query?: z.core.$ZodObject;
  /** those that this route needs beside the usual ones; the handler reads them itself */
  readonly headers?: z.core.$ZodObject;
  readonly body?: z.core.$ZodType;
  /** a file that comes as multipart/form-data beside or in the place of the JSON body */
  readonly form?: z.core.$ZodType;
  readonly status: 200 | 201 | 204;
  /** undefined = no body; "bytes" = application/octet-stream; "image" = one of a card; "events" = server-sent events; "text" = text/plain; "page" = text/html */
  readonly reply?: z.core.$ZodType | "bytes" | "image" | "events" | "text" | "page";
  /** what can go wrong besides what can go wrong with any request of its kind */
  readonly problems: readonly ErrorCode[];
}

/** A time or a place in a query. Databases count in whole numbers, and not beyond these: a clock's fractions are dropped. */
export const wholeInQuery = z.coerce
  .number()
  .min(Number.MIN_SAFE_INTEGER)
  .max(Number.MAX_SAFE_INTEGER)
  .transform(Math.floor);
