import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";

/** Gives bytes gzipped. */
type Pack = (bytes: Uint8Array) => Promise<Uint8Array>;

const compress: Pack = promisify(gzip);
const HEADERS = { "Content-Type": "application/octet-stream", Vary: "Accept-Encoding" };

/** Packs the same bytes once, however many ask for them; they must not change. */
export function createPacker(pack: Pack = compress): Pack {
  const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>();
  return (bytes) => {
    const known = packed.get(bytes) ?? pack(bytes);
    packed.set(bytes, known);
    return known;
  };
}

export const takesPacked = (context: Context): boolean => /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");

/** Answers with bytes, gzipped for whoever understands it. */
export const sendBytes = async (context: Context, bytes: Uint8Array, pack = compress): Promise<Response> =>
  takesPacked(context) ? sendPacked(context, await pack(bytes)) : context.body(asBody(bytes), 200, HEADERS);

/** Answers with what is gzipped already. */
export const sendPacked = (context: Context, gzipped: Uint8Array): Response =>
  context.body(asBody(gzipped), 200, { ...HEADERS, "Content-Encoding": "gzip" });

/** Not copied: a hall that opens one large board shares it. No memory here is shared with another thread, which is all that the type asks. */
const asBody = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;
