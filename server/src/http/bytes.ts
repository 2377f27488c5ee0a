import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";

const compress = promisify(gzip);
const HEADERS = { "Content-Type": "application/octet-stream", Vary: "Accept-Encoding" };

export const takesPacked = (context: Context): boolean => /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");

/** Answers with bytes, gzipped for whoever understands it. */
export async function sendBytes(context: Context, bytes: Uint8Array): Promise<Response> {
  if (takesPacked(context)) return sendPacked(context, await compress(bytes));
  // a copy of its own: what is sent must not be a view into a larger buffer
  return context.body(new Uint8Array(bytes), 200, HEADERS);
}

/** Answers with what is gzipped already. */
export const sendPacked = (context: Context, gzipped: Uint8Array): Response =>
  context.body(new Uint8Array(gzipped), 200, { ...HEADERS, "Content-Encoding": "gzip" });
