import { AppError } from "@palabre/shared/errors";
import type { Context } from "hono";
import { z } from "zod";

/** Bytes of a JSON body: a command is a few lines. Files come as forms, on routes of their own. */
const MAX_JSON_BYTES = 256 * 1024;
/** Arrays and objects within each other: what is deeper means nothing, and takes fifty times as long to read as to refuse. */
const MAX_JSON_DEPTH = 32;

/** What came before it was asked who sends it. */
const heard = new WeakMap<Context, Buffer>();

/**
 * Hears a body to its end, for `readJson`.
 * @param isWanted otherwise there is none for it: a route that reads what it does not describe would do so after it asked who sends it
 * @throws AppError `body-too-large`
 */
export async function hearJson(context: Context, isWanted: boolean): Promise<void> {
  heard.set(context, isWanted ? await readBytes(context.req.raw.body) : Buffer.alloc(0));
}

/** Reads and checks a JSON body. @throws AppError `body-too-large`, `not-json`, `bad-request` (with the path of the first wrong value) */
export async function readJson<T>(context: Context, schema: z.core.$ZodType<T>): Promise<T> {
  return check(parse(heard.get(context) ?? (await readBytes(context.req.raw.body))), schema);
}

/** Reads a body as it is, to be checked as a whole before it is read as JSON. @throws AppError `body-too-large`, `not-json` (too deep) */
export async function readSigned(context: Context, maxBytes: number): Promise<Buffer> {
  const bytes = await readBytes(context.req.raw.body, maxBytes);
  refuseDeep(bytes);
  return bytes;
}

async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes = MAX_JSON_BYTES): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // where it is given up, the rest is still to be heard
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new AppError("body-too-large", `this body may have ${maxBytes} bytes: send less`, {
        details: { max: maxBytes },
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuseDeep(bytes: Buffer): void {
  if (isDeep(bytes))
    throw new AppError("not-json", `a JSON body may be nested ${MAX_JSON_DEPTH} deep: send it flatter`, {
      details: { max: MAX_JSON_DEPTH },
    });
}

function parse(bytes: Buffer): unknown {
  refuseDeep(bytes);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    // the parser's message quotes the body, which may hold a secret: it is not handed on
    throw new AppError("not-json", "the body is not JSON: check it");
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_RECORD, CLOSE_RECORD] = Buffer.from('"\\[]{}');

/** Whether brackets outside strings nest too deep, read off the bytes: in UTF-8 none of these is a part of another letter. */
function isDeep(bytes: Buffer): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isText = !isText;
    else if (isText) {
      if (byte === BACKSLASH) at += 1;
    } else if (byte === OPEN_LIST || byte === OPEN_RECORD) {
      depth += 1;
      if (depth > MAX_JSON_DEPTH) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_RECORD) depth -= 1;
  }
  return false;
}

/** Checks a value from outside. @throws AppError `bad-request` with the path of the first wrong value, never the value */
export function check<T>(value: unknown, schema: z.core.$ZodType<T>): T {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  throw new AppError("bad-request", `the value at "${path}" is not as it must be`, {
    details: { path, problem: issue?.code ?? "custom" },
  });
}
