import type { MiddlewareHandler } from "hono";

/** Bytes of a refused body that are heard all the same. */
export const PASSED_OVER_BYTES: number = 64 * 1024 * 1024;

/**
 * Hears a request that is refused to its end before the reason is told. A client that is still sending would see its connection break
 * instead of the reason, and one that was told that the connection stays would lose its next request with it.
 */
export const hearToTheEnd: MiddlewareHandler = async (context, next) => {
  await next();
  const { body } = context.req.raw;
  // a form has been heard by whoever read it
  if (context.res.status < 400 || body === null || body.locked) return;
  if (!(await passOver(body))) context.header("Connection", "close");
};

/** @returns whether all of it came */
async function passOver(body: ReadableStream<Uint8Array>): Promise<boolean> {
  let left = PASSED_OVER_BYTES;
  try {
    for await (const chunk of body) {
      left -= chunk.byteLength;
      if (left < 0) return false;
    }
    return true;
  } catch {
    // the client went away: nobody is told anything
    return false;
  }
}
