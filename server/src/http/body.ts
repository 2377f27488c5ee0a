import { AppError } from "@palabre/shared/errors";
import type { Context } from "hono";
import type { z } from "zod";

/** Bytes of a JSON body: a command is a few lines. Files come as forms, on routes of their own. */
const MAX_JSON_BYTES = 256 * 1024;

/** Reads and checks a JSON body. @throws AppError `body-too-large`, `not-json`, `bad-request` (with the path of the first wrong value) */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  return check(parse(await readText(context.req.raw.body)), schema);
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_JSON_BYTES)
      throw new AppError("body-too-large", `a JSON body may have ${MAX_JSON_BYTES} bytes: send less`, {
        details: { max: MAX_JSON_BYTES },
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the parser's message quotes the body, which may hold a secret: it is not handed on
    throw new AppError("not-json", "the body is not JSON: check it");
  }
}

/** Checks a value from outside. @throws AppError `bad-request` with the path of the first wrong value, never the value */
export function check<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  throw new AppError("bad-request", `the value at "${path}" is not as it must be`, {
    details: { path, problem: issue?.code ?? "custom" },
  });
}
